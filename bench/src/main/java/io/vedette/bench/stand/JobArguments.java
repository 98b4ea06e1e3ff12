package io.vedette.bench.stand;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The arguments that say how the whole job runs a model; what is wrong with them is refused. */
public final class JobArguments {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int MOST_SESSIONS = 1024;

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
            names = "--job",
            paramLabel = "KEY=VALUE",
            description =
                    "An option of the job, such as inference.batch.max-size=1; may be given many times.")
    private Map<String, String> jobOptions = new LinkedHashMap<>();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** The model's package. */
    public ModelPackage model() {
        try {
            return ModelPackage.load(model);
        } catch (ModelPackageException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** How many runs there are at once. */
    public int sessions() {
        return require(
                "--sessions",
                sessions == null ? Math.max(1, CORES / detector().intraOpThreads()) : sessions,
                MOST_SESSIONS);
    }

    /** How each runs. */
    public DetectorSettings detector() {
        return new DetectorSettings(require("--threads", threads, CORES), device);
    }

    /** All of that, and what else the job is told, as {@code --key}, {@code value}. */
    public List<String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("inference.sessions", Integer.toString(sessions()));
        options.put("inference.threads", Integer.toString(detector().intraOpThreads()));
        options.put("inference.device", device.key());
        options.putAll(jobOptions);
        List<String> words = new ArrayList<>();
        options.forEach((key, value) -> words.addAll(List.of("--" + key, value)));
        return words;
    }

    /** The value of an option that must be 1 at least. */
    public int require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw wrong("Option %s must be 1 to %d but was %d.".formatted(option, most, value));
        }
        return value;
    }

    /** Refuses the command line. */
    public ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The command as it was given. */
    public String command() {
        List<String> words = new ArrayList<>(List.of("./vedette", "bench"));
        words.addAll(spec.commandLine().getParseResult().originalArgs());
        return String.join(" ", words);
    }

    /** Tells the one who waits what is done. */
    public void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    /** Gives the result. */
    public void print(String result) {
        spec.commandLine().getOut().println(result);
        spec.commandLine().getOut().flush();
    }
}
