package io.vedette.quickstart;

import io.vedette.quickstart.cameras.CameraServer;
import io.vedette.quickstart.cameras.CameraServerSettings;
import io.vedette.quickstart.cameras.FaultArgument;
import io.vedette.quickstart.cameras.Feed;
import io.vedette.quickstart.cameras.SimulatedCamera;
import io.vedette.quickstart.cameras.rtsp.Login;
import io.vedette.quickstart.scenes.SceneCamera;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays videos, or a simulated junction, as RTSP cameras until it is told to stop. */
@Command(
        name = "cameras",
        mixinStandardHelpOptions = true,
        description = {
            "Plays video files as RTSP cameras, with faults on demand.",
            "Without a file: cameras around a simulated junction."
        },
        footer = {
            "",
            "Examples:",
            "  vedette cameras --conditions dusk-rain",
            "  vedette cameras --count 4 --file belt.mp4 --fault cam-2:freeze@30s --fault cam-3:lose=2%%"
        })
final class CamerasCommand implements Callable<Integer> {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A video with H.264, H.265 or MJPEG; repeatable, the cameras take turns.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--count",
            paramLabel = "N",
            description = {
                "How many cameras: cam-1 to cam-N of files (default: one for each),",
                "or up to 16 of the junction (default: 4)."
            })
    private @Nullable Integer count;

    @Mixin private SceneArguments scenes = new SceneArguments();

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
        try (FaultSchedule wrong = FaultSchedule.of(faults, cameras);
                CameraServer server = server()) {
            StopSignal stop = StopSignal.install(Thread.currentThread());
            cameras.values().forEach(server::add);
            wrong.begin();
            PrintWriter out = spec.commandLine().getOut();
            cameras.values().forEach(camera -> out.println(server.uri(camera)));
            out.flush();
            return await(stop.requested());
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

    /**
     * The cameras that were asked for, by their ids.
     *
     * @throws UserError naming the first file that cannot be played, or what is wrong with another
     *     option
     */
    Map<String, SimulatedCamera> cameras() {
        try {
            List<SimulatedCamera> cameras = files.isEmpty() ? ofJunction() : ofFiles();
            Map<String, SimulatedCamera> byId = new LinkedHashMap<>();
            cameras.forEach(camera -> byId.put(camera.id(), camera));
            return byId;
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private List<SimulatedCamera> ofJunction() throws IOException {
        List<SimulatedCamera> cameras = new ArrayList<>();
        for (SceneCamera scene :
                scenes.cameras("--count", count == null ? Simulation.USUAL : count)) {
            cameras.add(SceneFeed.camera(scene));
        }
        return cameras;
    }

    private List<SimulatedCamera> ofFiles() throws IOException {
        int number = count == null ? files.size() : count;
        if (number < 1) {
            throw new UserError("Option --count must be at least 1 but was %d.".formatted(number));
        }
        List<Feed> feeds = new ArrayList<>();
        for (Path file : files) {
            feeds.add(Feed.ofFile(file));
        }
        List<SimulatedCamera> cameras = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            cameras.add(new SimulatedCamera("cam-" + (i + 1), feeds.get(i % feeds.size())));
        }
        return cameras;
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
