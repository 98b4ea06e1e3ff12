package io.vedette.bench.cameras;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.bench.stand.CameraProcess;
import io.vedette.bench.stand.TimedPictures;
import io.vedette.quickstart.cameras.CameraServer;
import io.vedette.quickstart.cameras.CameraServerSettings;
import io.vedette.quickstart.cameras.Feed;
import io.vedette.quickstart.cameras.SimulatedCamera;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process with many simulated cameras; it ends with its standard input. */
public final class FleetMain {

    static final int CAMERAS = 256;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 192;

    private FleetMain() {}

    static String id(int number) {
        return "camera-" + number;
    }

    /** The only argument is the port. */
    public static void main(String[] arguments) throws IOException {
        CameraServerSettings settings =
                new CameraServerSettings(
                        CameraProcess.HOST,
                        Integer.parseInt(arguments[0]),
                        null,
                        Duration.ofSeconds(60));
        Feed feed = Feed.ofPictures(new TimedPictures(WIDTH, HEIGHT));
        feed.runAlways();
        List<SimulatedCamera> cameras = new ArrayList<>();
        try (CameraServer server = CameraServer.start(settings)) {
            for (int i = 0; i < CAMERAS; i++) {
                SimulatedCamera camera = new SimulatedCamera(id(i), feed);
                server.add(camera);
                cameras.add(camera);
            }
            System.out.println("ready");
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                cameras.forEach(SimulatedCamera::closeConnections);
                System.out.println("ok " + line);
            }
        }
        System.exit(0);
    }
}
