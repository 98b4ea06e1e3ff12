package io.vedette.quickstart;

import io.vedette.models.remote.PackageLocation;
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
        description = "Starts Kafka, Postgres, Flink and the server here, and watches the cameras.",
        footer = {
            "",
            "Example:",
            "  vedette up --model models/yolox-nano/1 --camera gate-1=rtsp://192.0.2.7/stream --camera belt=belt.mp4"
        })
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--camera",
            paramLabel = "ID=URI",
            description = {
                "A camera to watch; repeatable.",
                "ID: lower-case letters, digits and '-'. URI: rtsp:, rtsps:, http:, https: or file:, or the path of a video."
            })
    private List<String> cameras = new ArrayList<>();

    @Option(names = "--model", paramLabel = "DIR", description = ModelArguments.DESCRIPTION)
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
        requireModel(problems);
        List<Camera> watched = CameraArguments.parse(cameras, problems);
        if (model == null || !problems.isEmpty()) {
            throw UserError.of(problems);
        }
        return new UpSettings(
                watched,
                model,
                models,
                new Port("--http-port", httpPort),
                new Port("--flink-port", flinkPort),
                new Port("--kafka-port", kafkaPort),
                data == null ? defaultData() : data,
                fresh);
    }

    private void requireModel(List<String> problems) {
        if (model == null) {
            problems.add(
                    "No model is given and none is built in: add --model DIR, the folder or the URI of a model package (model.yaml, the ONNX file and labels).");
            return;
        }
        try {
            PackageLocation.of(model)
                    .local()
                    .filter(folder -> !Files.isDirectory(folder))
                    .ifPresent(
                            folder ->
                                    problems.add(
                                            "Option --model must be a folder but '%s' is none."
                                                    .formatted(folder)));
        } catch (IllegalArgumentException e) {
            problems.add("Option --model: " + e.getMessage());
        }
    }

    private static Path defaultData() {
        return Path.of(System.getProperty("vedette.home", ""), ".vedette");
    }
}
