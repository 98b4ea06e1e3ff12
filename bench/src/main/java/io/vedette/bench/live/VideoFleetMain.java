package io.vedette.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.bench.stand.CameraProcess;
import io.vedette.quickstart.cameras.CameraServer;
import io.vedette.quickstart.cameras.CameraServerSettings;
import io.vedette.quickstart.cameras.Feed;
import io.vedette.quickstart.cameras.SimulatedCamera;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The process of a {@link VideoFleet}; it ends with its standard input. */
public final class VideoFleetMain {

    /** So that the moments of the cameras are by chance, and the same in every run. */
    private static final long SEED = 20;

    private final Path video;
    private final double framesPerSecond;
    private final CameraServer server;
    private final List<SimulatedCamera> cameras = new ArrayList<>();
    private final Random random = new Random(SEED);

    private VideoFleetMain(Path video, double framesPerSecond, CameraServer server) {
        this.video = video;
        this.framesPerSecond = framesPerSecond;
        this.server = server;
    }

    /** The arguments are the video, the rate and the port. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CameraServerSettings settings =
                new CameraServerSettings(
                        CameraProcess.HOST,
                        Integer.parseInt(arguments[2]),
                        null,
                        Duration.ofSeconds(60));
        try (CameraServer server = CameraServer.start(settings)) {
            VideoFleetMain fleet =
                    new VideoFleetMain(
                            Path.of(arguments[0]), Double.parseDouble(arguments[1]), server);
            System.out.println("ready");
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println("ok " + line + fleet.obey(line));
            }
        }
        System.exit(0);
    }

    private String obey(String command) throws IOException, InterruptedException {
        if (command.startsWith(VideoFleet.GROW)) {
            grow(Integer.parseInt(command.substring(VideoFleet.GROW.length())));
            return "";
        }
        return " " + sent(Integer.parseInt(command.substring(VideoFleet.SENT.length())));
    }

    /** Each begins some part of an interval after the one before, as cameras do. */
    private void grow(int wanted) throws IOException, InterruptedException {
        long interval = (long) (TimeUnit.SECONDS.toMicros(1) / framesPerSecond);
        while (cameras.size() < wanted) {
            Feed feed = Feed.ofFile(video, framesPerSecond);
            TimeUnit.MICROSECONDS.sleep(random.nextLong(interval));
            feed.runAlways();
            SimulatedCamera camera = new SimulatedCamera(VideoFleet.id(cameras.size()), feed);
            server.add(camera);
            cameras.add(camera);
        }
    }

    private long sent(int first) {
        return cameras.stream().limit(first).mapToLong(SimulatedCamera::picturesSent).sum();
    }
}
