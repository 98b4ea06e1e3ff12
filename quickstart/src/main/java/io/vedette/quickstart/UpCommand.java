package io.vedette.quickstart;

import io.vedette.models.remote.PackageLocation;
import io.vedette.quickstart.scenes.SceneCamera;
import io.vedette.schema.Camera;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Kafka, Postgres, Flink and the server here, and watches the cameras.",
            "Without options: four simulated cameras and the built-in model."
        },
        footer = {
            "",
            "Examples:",
            "  vedette up",
            "  vedette up --camera gate-1=rtsp://192.0.2.7/stream --camera belt=belt.mp4 --model models/yolox-nano/1"
        })
final class UpCommand implements Callable<Integer> {

    private static final String BUILT_IN = "models/zoo/street/1";

    @Option(
            names = "--camera",
            paramLabel = "ID=URI",
            description = {
                "A camera to watch; repeatable.",
                "ID: lower-case letters, digits and '-'. URI: rtsp:, rtsps:, http:, https: or file:, or the path of a video."
            })
    private List<String> cameras = new ArrayList<>();

    @Option(
            names = "--simulated",
            paramLabel = "N",
            description =
                    "Simulated cameras to watch, 0 to 16 (default: 4 where no --camera is given, else none).")
    private @Nullable Integer simulated;

    @Mixin private SceneArguments scenes = new SceneArguments();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = {ModelArguments.DESCRIPTION, "Default: the built-in street model."})
    private @Nullable String model;

    @Mixin private ModelArguments models = new ModelArguments();

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "REST and dashboard (default ${DEFAULT-VALUE}; 0 picks a free port).")
    private int httpPort;

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Flink's web UI (default ${DEFAULT-VALUE}; 0 picks a free port).")
    private int flinkPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "The Kafka broker (default ${DEFAULT-VALUE}; 0 picks a free port).")
    private int kafkaPort;

    @Option(
            names = "--rtsp-port",
            paramLabel = "PORT",
            defaultValue = "8554",
            description = "The simulated cameras (default ${DEFAULT-VALUE}; 0 picks a free port).")
    private int rtspPort;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where data and logs are kept between runs (default .vedette).")
    private @Nullable Path data;

    @Option(names = "--fresh", description = "Drop first what earlier runs kept.")
    private boolean fresh;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        UpSettings settings = settings();
        PrintWriter out = spec.commandLine().getOut();
        StopSignal stop = StopSignal.install(Thread.currentThread());
        try (RunningSystem system = RunningSystem.start(settings, new Progress(out))) {
            out.println(system.summary());
            out.flush();
            return stop.isRequested() ? stop.exitCode() : watch(system, stop);
        } catch (RuntimeException e) {
            if (stop.isRequested()) {
                return stop.exitCode();
            }
            throw e;
        }
    }

    private static int watch(RunningSystem system, StopSignal stop) {
        try {
            CompletableFuture.anyOf(system.failure(), stop.requested()).get();
        } catch (InterruptedException e) {
            return stop.exitCode();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        if (stop.isRequested()) {
            return stop.exitCode();
        }
        throw new UserError(system.failure().join());
    }

    /**
     * What was asked for.
     *
     * @throws UserError naming everything that is wrong with it
     */
    UpSettings settings() {
        List<String> problems = new ArrayList<>();
        String location = model(problems);
        List<Camera> watched = CameraArguments.parse(cameras, problems);
        List<SceneCamera> drawn = scenes(watched, problems);
        if (!problems.isEmpty()) {
            throw UserError.of(problems);
        }
        return new UpSettings(
                watched,
                new Simulation(drawn, new Port("--rtsp-port", rtspPort)),
                location,
                models,
                new Port("--http-port", httpPort),
                new Port("--flink-port", flinkPort),
                new Port("--kafka-port", kafkaPort),
                data == null ? Home.folder(".vedette") : data,
                fresh);
    }

    private String model(List<String> problems) {
        String location = model == null ? Home.folder(BUILT_IN).toString() : model;
        try {
            PackageLocation.of(location)
                    .local()
                    .filter(folder -> !Files.isDirectory(folder))
                    .ifPresent(folder -> problems.add(noFolder(folder)));
        } catch (IllegalArgumentException e) {
            problems.add("Option --model: " + e.getMessage());
        }
        return location;
    }

    private String noFolder(Path folder) {
        return model == null
                ? "The built-in model is not at '%s': give one with --model DIR.".formatted(folder)
                : "Option --model must be a folder but '%s' is none.".formatted(folder);
    }

    private List<SceneCamera> scenes(List<Camera> watched, List<String> problems) {
        int count = simulated != null ? simulated : cameras.isEmpty() ? Simulation.USUAL : 0;
        if (count == 0) {
            requireCamera(problems);
            return List.of();
        }
        try {
            List<SceneCamera> drawn = scenes.cameras(count);
            drawn.stream()
                    .map(SceneCamera::id)
                    .filter(id -> watched.stream().anyMatch(camera -> camera.id().equals(id)))
                    .map("Camera '%s' is a simulated one: give yours another id."::formatted)
                    .forEach(problems::add);
            return drawn;
        } catch (IllegalArgumentException e) {
            problems.add("Option --simulated: " + e.getMessage());
            return List.of();
        }
    }

    private void requireCamera(List<String> problems) {
        if (cameras.isEmpty()) {
            problems.add(
                    "No camera is left: add --camera ID=URI, for example --camera gate-1=rtsp://192.0.2.7/stream or --camera belt=video.mp4.");
        }
    }
}
