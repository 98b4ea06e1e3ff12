package io.vedette.quickstart;

import io.vedette.quickstart.cameras.CameraServer;
import io.vedette.quickstart.cameras.CameraServerSettings;
import io.vedette.quickstart.cameras.FaultArgument;
import io.vedette.quickstart.cameras.Feed;
import io.vedette.quickstart.cameras.SimulatedCamera;
import io.vedette.quickstart.cameras.rtsp.Login;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays videos as RTSP cameras until it is told to stop. */
@Command(
        name = "cameras",
        mixinStandardHelpOptions = true,
        description = "Plays video files as RTSP cameras, with faults on demand.",
        footer = {
            "",
            "Example:",
            "  vedette cameras --count 4 --file belt.mp4 --fault cam-2:freeze@30s --fault cam-3:lose=2%%"
        })
final class CamerasCommand implements Callable<Integer> {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            required = true,
            description = "A video with H.264, H.265 or MJPEG; repeatable, the cameras take turns.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many cameras, cam-1 to cam-N (default: one for each file).")
    private @Nullable Integer count;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8554",
            description = "The RTSP port (default ${DEFAULT-VALUE}; 0 picks a free port).")
    private int port;

    @Option(names = "--user", paramLabel = "NAME", description = "Ask for this user.")
    private @Nullable String user;

    @Option(names = "--password", paramLabel = "WORD", description = "The password of --user.")
    private @Nullable String password;

    @Option(
            names = "--fault",
            paramLabel = "[CAMERA:]NAME[=VALUE][@AFTER]",
            description = {
                "What is wrong, with one camera or with all; repeatable.",
                FaultArgument.FORMS + "."
            })
    private List<String> faults = new ArrayList<>();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, SimulatedCamera> cameras = cameras();
        List<FaultArgument> wrong = faults(cameras);
        ScheduledExecutorService timer = timer();
        try (CameraServer server = server()) {
            StopSignal stop = StopSignal.install(Thread.currentThread());
            cameras.values().forEach(server::add);
            wrong.forEach(fault -> schedule(fault, cameras, timer));
            PrintWriter out = spec.commandLine().getOut();
            cameras.values().forEach(camera -> out.println(server.uri(camera)));
            out.flush();
            return await(stop.requested());
        } finally {
            timer.shutdownNow();
        }
    }

    private static int await(CompletableFuture<Integer> requested) {
        while (true) {
            try {
                return requested.get();
            } catch (InterruptedException e) {
                // The signal interrupts before it completes.
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static ScheduledExecutorService timer() {
        return new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "faults");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * The cameras that were asked for.
     *
     * @throws UserError naming the first file that cannot be played
     */
    Map<String, SimulatedCamera> cameras() {
        int number = count == null ? files.size() : count;
        if (number < 1) {
            throw new UserError("Option --count must be at least 1 but was %d.".formatted(number));
        }
        List<Feed> feeds = files.stream().map(CamerasCommand::feed).toList();
        Map<String, SimulatedCamera> cameras = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            String id = "cam-" + (i + 1);
            cameras.put(id, new SimulatedCamera(id, feeds.get(i % feeds.size())));
        }
        return cameras;
    }

    private static Feed feed(Path file) {
        try {
            return Feed.ofFile(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    /** The faults that were asked for; all that is wrong with them is reported at once. */
    List<FaultArgument> faults(Map<String, SimulatedCamera> cameras) {
        List<String> problems = new ArrayList<>();
        List<FaultArgument> parsed = new ArrayList<>();
        for (String argument : faults) {
            try {
                FaultArgument fault = FaultArgument.parse(argument);
                requireCamera(fault, cameras);
                parsed.add(fault);
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw UserError.of(problems);
        }
        return parsed;
    }

    private static void requireCamera(FaultArgument fault, Map<String, SimulatedCamera> cameras) {
        if (fault.camera() != null && !cameras.containsKey(fault.camera())) {
            throw new IllegalArgumentException(
                    "Fault of camera '%s': the cameras are cam-1 to cam-%d."
                            .formatted(fault.camera(), cameras.size()));
        }
    }

    private static void schedule(
            FaultArgument fault,
            Map<String, SimulatedCamera> cameras,
            ScheduledExecutorService timer) {
        Runnable begin =
                () ->
                        cameras.values().stream()
                                .filter(
                                        camera ->
                                                fault.camera() == null
                                                        || fault.camera().equals(camera.id()))
                                .forEach(camera -> camera.set(fault.fault()));
        if (fault.after().isZero()) {
            begin.run();
        } else {
            var unused = timer.schedule(begin, fault.after().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private CameraServer server() {
        if ((user == null) != (password == null)) {
            throw new UserError("Options --user and --password must be given together.");
        }
        try {
            Login login = user == null || password == null ? null : new Login(user, password);
            return CameraServer.start(
                    new CameraServerSettings(host, port, login, Duration.ofSeconds(60)));
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }
}
