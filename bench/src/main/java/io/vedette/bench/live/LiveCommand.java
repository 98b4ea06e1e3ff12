package io.vedette.bench.live;

import io.vedette.bench.live.LiveReport.Raw;
import io.vedette.bench.live.LiveReport.Target;
import io.vedette.bench.pipeline.Machine;
import io.vedette.bench.pipeline.RawCapacity;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import io.vedette.quickstart.cameras.Feed;
import io.vedette.schema.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    private static final int CORES = Runtime.getRuntime().availableProcessors();
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
            names = "--model",
            paramLabel = "DIR",
            required = true,
            description = "A model package whose only input is a picture.")
    private Path model;

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

    @Option(
            names = "--sessions",
            paramLabel = "N",
            description =
                    "Runs of the model at once (default: as the job, one for each core and its"
                            + " threads).")
    private @Nullable Integer sessions;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that share a run (default ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "cpu",
            description = "What it runs on, as of inference.device (default ${DEFAULT-VALUE}).")
    private Device device;

    @Option(
            names = "--job",
            paramLabel = "KEY=VALUE",
            description =
                    "An option of the job, such as inference.batch.max-size=1; may be given many times.")
    private Map<String, String> jobOptions = new LinkedHashMap<>();

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LiveSettings settings = settings();
        LiveReport report = report(settings);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? new String(Json.write(report), StandardCharsets.UTF_8)
                        : String.join(System.lineSeparator(), LiveTable.lines(report)));
        out.flush();
        return report.targets().stream().allMatch(Target::met) ? 0 : 1;
    }

    private LiveReport report(LiveSettings settings) throws Exception {
        int runs = sessions == null ? Math.max(1, CORES / threads) : sessions;
        Duration time = settings.measured();
        double raw =
                RawCapacity.measure(
                        loaded(),
                        runs,
                        new DetectorSettings(threads, device),
                        video,
                        LiveBench.least(RAW_WARM_UP, time),
                        LiveBench.least(RAW_MEASURED, time));
        say("raw %.1f/s".formatted(raw));
        LiveBench.Found found = LiveBench.run(settings, raw, this::say);
        return new LiveReport(
                new Raw(Figures.rounded(raw), runs, threads),
                found.at80(),
                found.capacity(),
                found.overload(),
                found.shares(),
                Targets.of(found.at80(), found.capacity(), found.overload(), found.shares()),
                Machine.here(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                command());
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private LiveSettings settings() {
        require("--cameras", cameras == null ? 1 : cameras, MOST_CAMERAS);
        require("--seconds", seconds, MOST_SECONDS);
        require("--sessions", sessions == null ? 1 : sessions, MOST_CAMERAS);
        require("--threads", threads, CORES);
        if (!(framesPerSecond > 0 && framesPerSecond <= MOST_FRAMES)) {
            throw wrong("Option --fps must be in (0, 1000] but was %s.".formatted(framesPerSecond));
        }
        checkVideo();
        return new LiveSettings(
                video, model, framesPerSecond, cameras, Duration.ofSeconds(seconds), options());
    }

    private List<String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("inference.threads", Integer.toString(threads));
        options.put("inference.device", device.key());
        if (sessions != null) {
            options.put("inference.sessions", Integer.toString(sessions));
        }
        options.putAll(jobOptions);
        List<String> words = new ArrayList<>();
        options.forEach((key, value) -> words.addAll(List.of("--" + key, value)));
        return words;
    }

    private ModelPackage loaded() {
        try {
            return ModelPackage.load(model);
        } catch (ModelPackageException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private void checkVideo() {
        try (Feed feed = Feed.ofFile(video)) {
            feed.isRunning();
        } catch (IOException | IllegalArgumentException e) {
            throw wrong("Option --video: " + e.getMessage());
        }
    }

    private void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw wrong("Option %s must be 1 to %d but was %d.".formatted(option, most, value));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String command() {
        List<String> words = new ArrayList<>(List.of("./vedette", "bench"));
        words.addAll(spec.commandLine().getParseResult().originalArgs());
        return String.join(" ", words);
    }
}
