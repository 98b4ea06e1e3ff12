package io.vedette.bench.pipeline;

import io.vedette.bench.stand.JobArguments;
import io.vedette.schema.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The throughput of the whole job; fails if the job does not find what a plain loop finds. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how many frames a second the whole job takes from video files to results on"
                    + " Kafka, beside ONNX Runtime alone, a plain loop that decodes and detects, and"
                    + " other programs, in turns.",
            "The exit code is 1 if a result is not what the plain loop finds in that frame."
        })
public final class PipelineCommand implements Callable<Integer> {

    private static final int MOST = 1024;

    @Option(
            names = "--video",
            paramLabel = "FILE",
            required = true,
            description = "What cameras see.")
    private Path video;

    @Option(
            names = "--cameras",
            paramLabel = "N",
            description = "Cameras of the job (default: twice as many as sessions).")
    private @Nullable Integer cameras;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long each is measured in a round (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "Seconds that each works before that at least (default ${DEFAULT-VALUE}); up to"
                            + " 25 times as long while Java compiles.")
    private int warmUp;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often, after one that is thrown away (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--peers",
            paramLabel = "PYTHON",
            description = {
                "A Python with which the scripts of bench/peers are measured, too; those whose"
                        + " imports fail are skipped. NAME=PYTHON is for one of them; may be given"
                        + " many times."
            })
    private List<String> peers = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Mixin private JobArguments job;

    @Override
    public Integer call() throws Exception {
        PipelineReport report =
                PipelineBench.run(
                        checkedVideo(), settings(), checkedPeers(), job.command(), job::say);
        job.print(
                json
                        ? new String(Json.write(report), StandardCharsets.UTF_8)
                        : PipelineText.of(report));
        return 0;
    }

    private PipelineSettings settings() {
        int watched = cameras == null ? 2 * job.sessions() : cameras;
        job.require("--cameras", watched, MOST);
        job.require("--seconds", seconds, Integer.MAX_VALUE);
        job.require("--rounds", rounds, Integer.MAX_VALUE);
        if (warmUp < 0 || warmUp > MOST) {
            throw job.wrong("Option --warm-up must be 0 to %d but was %d.".formatted(MOST, warmUp));
        }
        try {
            return new PipelineSettings(
                    job.model(),
                    job.sessions(),
                    job.detector(),
                    watched,
                    Duration.ofSeconds(warmUp),
                    Duration.ofSeconds(seconds),
                    rounds,
                    job.options());
        } catch (IllegalArgumentException e) {
            throw job.wrong(String.valueOf(e.getMessage()));
        }
    }

    private Path checkedVideo() {
        if (!Files.isRegularFile(video)) {
            throw job.wrong("Option --video must be a file but '%s' is none.".formatted(video));
        }
        return video;
    }

    private List<Peer> checkedPeers() {
        try {
            return peers.stream().flatMap(given -> Peer.parse(given).stream()).toList();
        } catch (IllegalArgumentException e) {
            throw job.wrong(String.valueOf(e.getMessage()));
        }
    }
}
