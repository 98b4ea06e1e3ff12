package io.vedette.bench.live;

import io.vedette.bench.live.LiveReport.Raw;
import io.vedette.bench.live.LiveReport.Target;
import io.vedette.bench.pipeline.Machine;
import io.vedette.bench.pipeline.RawCapacity;
import io.vedette.bench.stand.JobArguments;
import io.vedette.quickstart.cameras.Feed;
import io.vedette.schema.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole job with live cameras, with room and without; fails if a target is missed. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the whole job with simulated RTSP cameras, as its results come back from"
                    + " Kafka: how old frames are where the machine has room, what comes out where"
                    + " three times as much is sent as it can do, and who gets it.",
            "All of it takes about four minutes. The exit code is 1 if a target was missed."
        })
public final class LiveCommand implements Callable<Integer> {

    private static final int MOST_CAMERAS = 1024;
    private static final int MOST_SECONDS = 3600;
    private static final double MOST_FRAMES = 1000;
    private static final Duration RAW_WARM_UP = Duration.ofSeconds(3);
    private static final Duration RAW_MEASURED = Duration.ofSeconds(10);

    @Option(
            names = "--video",
            paramLabel = "FILE",
            required = true,
            description = "What every camera shows, again and again.")
    private Path video;

    @Option(
            names = "--fps",
            paramLabel = "F",
            defaultValue = "25",
            description =
                    "Frames a second of a camera, about, whatever the video has (default"
                            + " ${DEFAULT-VALUE}).")
    private double framesPerSecond;

    @Option(
            names = "--cameras",
            paramLabel = "N",
            description = "Cameras where the machine has room, instead of --fps.")
    private @Nullable Integer cameras;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long each load is measured (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Mixin private JobArguments job;

    @Override
    public Integer call() throws Exception {
        LiveSettings settings = settings();
        LiveReport report = report(settings);
        job.print(
                json
                        ? new String(Json.write(report), StandardCharsets.UTF_8)
                        : String.join(System.lineSeparator(), LiveTable.lines(report)));
        return report.targets().stream().allMatch(Target::met) ? 0 : 1;
    }

    private LiveReport report(LiveSettings settings) throws Exception {
        Duration time = settings.measured();
        double raw =
                RawCapacity.measure(
                        job.model(),
                        job.sessions(),
                        job.detector(),
                        video,
                        LiveBench.least(RAW_WARM_UP, time),
                        LiveBench.least(RAW_MEASURED, time));
        job.say("raw %.1f/s".formatted(raw));
        LiveBench.Found found = LiveBench.run(settings, raw, job::say);
        return new LiveReport(
                new Raw(Figures.rounded(raw), job.sessions(), job.detector().intraOpThreads()),
                found.at80(),
                found.capacity(),
                found.overload(),
                found.shares(),
                Targets.of(found.at80(), found.capacity(), found.overload(), found.shares()),
                Machine.here(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                job.command());
    }

    private LiveSettings settings() {
        job.require("--cameras", cameras == null ? 1 : cameras, MOST_CAMERAS);
        job.require("--seconds", seconds, MOST_SECONDS);
        if (!(framesPerSecond > 0 && framesPerSecond <= MOST_FRAMES)) {
            throw job.wrong(
                    "Option --fps must be in (0, 1000] but was %s.".formatted(framesPerSecond));
        }
        checkVideo();
        return new LiveSettings(
                video,
                job.model().directory(),
                framesPerSecond,
                cameras,
                Duration.ofSeconds(seconds),
                job.options());
    }

    private void checkVideo() {
        try (Feed feed = Feed.ofFile(video)) {
            feed.isRunning();
        } catch (IOException | IllegalArgumentException e) {
            throw job.wrong("Option --video: " + e.getMessage());
        }
    }
}
