package io.vedette.bench.gpu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OutOfDeviceMemoryException;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import io.vedette.models.onnx.TensorRt;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Batches of every size through models, on the device that is found. */
@Command(
        name = "gpu",
        mixinStandardHelpOptions = true,
        description = {
            "Runs models on the best device with batches of every size: the network alone ('raw'),"
                    + " and from rasters to detections with pre-processing on the host ('host') and"
                    + " in the graph ('graph').",
            "It says which device that is and why it is no other, and runs without a GPU too."
        })
public final class GpuCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_SECONDS = 3600;
    private static final List<Integer> BATCHES_OF_A_GPU = List.of(1, 2, 4, 8, 16, 32, 64);
    private static final List<Integer> BATCHES_OF_A_PROCESSOR = List.of(1, 2, 4);

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "A model package; several to compare, such as one of 16-bit floats.")
    private List<Path> models = new ArrayList<>();

    @Option(
            names = "--batch",
            split = ",",
            paramLabel = "N",
            description = "Sizes of batches (default 1,2,4,8,16,32,64 on a GPU, else 1,2,4).")
    private List<Integer> batches = new ArrayList<>();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "AUTO",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Device device;

    @Option(
            names = "--gpu",
            paramLabel = "INDEX",
            defaultValue = "0",
            description = "Which GPU (default ${DEFAULT-VALUE}).")
    private int gpu;

    @Option(
            names = "--engine-cache",
            paramLabel = "DIR",
            description = "Where TensorRT keeps its engines.")
    @Nullable
    private String engineCache;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "2",
            description = "How long each size is run in each way (default ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--json", description = "One JSON object for each size and way, a line each.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        requireOptions();
        try {
            for (Path folder : models) {
                run(ModelPackage.load(folder));
            }
            return CommandLine.ExitCode.OK;
        } catch (ModelPackageException e) {
            note(String.valueOf(e.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void requireOptions() {
        for (int batch : batches) {
            require("--batch", batch, 1, 1024);
        }
        require("--gpu", gpu, 0, 1024);
        if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Option --seconds must be above 0 and at most %d but was %s."
                            .formatted(MAX_SECONDS, seconds));
        }
    }

    private void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Option %s must be %d to %d but was %d.".formatted(option, least, most, value));
        }
    }

    private void run(ModelPackage model) throws Exception {
        int largest = batches.isEmpty() ? DetectorSettings.BEST_BATCH : Collections.max(batches);
        DetectorSettings settings =
                new DetectorSettings(1, device)
                        .withGpu(gpu)
                        .withBatch(largest)
                        .withTensorRt(new TensorRt(true, engineCache));
        try (Subject subject = new Subject(model, settings)) {
            note("%s on %s".formatted(model, subject.choice()));
            if (!json) {
                print(DeviceSpeed.HEADER);
            }
            for (int batch : sizes(subject)) {
                for (Way way : Way.values()) {
                    run(subject, way, batch);
                }
            }
        }
    }

    private List<Integer> sizes(Subject subject) {
        List<Integer> wanted =
                !batches.isEmpty()
                        ? batches
                        : subject.choice().chosen().isGpu()
                                ? BATCHES_OF_A_GPU
                                : BATCHES_OF_A_PROCESSOR;
        List<Integer> sizes = wanted.stream().filter(n -> n <= subject.maxBatch()).toList();
        if (sizes.size() < wanted.size()) {
            note("its graph takes %d frames at most".formatted(subject.maxBatch()));
        }
        return sizes;
    }

    private void run(Subject subject, Way way, int batch) throws Exception {
        if (way == Way.RAW && !subject.hasOneInput()) {
            return;
        }
        try {
            Stopwatch watch = new Stopwatch(Duration.ofMillis(Math.round(1000 * seconds)));
            DeviceSpeed speed =
                    DeviceSpeed.of(subject, way, batch, subject.time(way, batch, watch));
            print(json ? json(speed) : speed.text());
        } catch (OutOfDeviceMemoryException e) {
            note("%s, batch %d: %s".formatted(way.key(), batch, e.getMessage()));
        }
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    /** Apart from the figures, which programs read. */
    private void note(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private static String json(DeviceSpeed speed) {
        try {
            return JSON.writeValueAsString(speed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
