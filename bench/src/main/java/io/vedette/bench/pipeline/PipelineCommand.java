package io.vedette.bench.pipeline;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import io.vedette.schema.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int MOST = 1024;

    @Option(
            names = "--video",
            paramLabel = "FILE",
            required = true,
            description = "What cameras see.")
    private Path video;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            required = true,
            description = "A model package whose only input is a picture.")
    private Path model;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            description = "Runs of the model at once (default: one for each core and its threads).")
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
            names = "--job",
            paramLabel = "KEY=VALUE",
            description =
                    "An option of the job, such as inference.batch.max-size=1; may be given many times.")
    private Map<String, String> jobOptions = new LinkedHashMap<>();

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

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        PipelineReport report =
                PipelineBench.run(
                        checkedVideo(),
                        settings(),
                        checkedPeers(),
                        command(),
                        line -> {
                            err.println(line);
                            err.flush();
                        });
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? new String(Json.write(report), StandardCharsets.UTF_8)
                        : PipelineText.of(report));
        out.flush();
        return 0;
    }

    private PipelineSettings settings() {
        require("--threads", threads, CORES);
        int runs = sessions == null ? Math.max(1, CORES / threads) : sessions;
        require("--sessions", runs, MOST);
        int watched = cameras == null ? 2 * runs : cameras;
        require("--cameras", watched, MOST);
        require("--seconds", seconds, Integer.MAX_VALUE);
        if (warmUp < 0 || warmUp > MOST) {
            throw wrong("Option --warm-up must be 0 to %d but was %d.".formatted(MOST, warmUp));
        }
        require("--rounds", rounds, Integer.MAX_VALUE);
        List<String> options = new ArrayList<>();
        jobOptions.forEach((key, value) -> options.addAll(List.of("--" + key, value)));
        try {
            return new PipelineSettings(
                    ModelPackage.load(model),
                    runs,
                    new DetectorSettings(threads, device),
                    watched,
                    Duration.ofSeconds(warmUp),
                    Duration.ofSeconds(seconds),
                    rounds,
                    options);
        } catch (ModelPackageException | IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Path checkedVideo() {
        if (!Files.isRegularFile(video)) {
            throw wrong("Option --video must be a file but '%s' is none.".formatted(video));
        }
        return video;
    }

    private List<Peer> checkedPeers() {
        try {
            return peers.stream().flatMap(given -> Peer.parse(given).stream()).toList();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
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
