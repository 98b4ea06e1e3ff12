package io.vedette.bench.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.bench.stand.CameraProcess;
import io.vedette.bench.stand.TimedPictures;
import io.vedette.quickstart.cameras.CameraServer;
import io.vedette.quickstart.cameras.CameraServerSettings;
import io.vedette.quickstart.cameras.Fault;
import io.vedette.quickstart.cameras.Feed;
import io.vedette.quickstart.cameras.SimulatedCamera;
import io.vedette.quickstart.cameras.rtsp.Login;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A process with one simulated camera, which is told its faults line by line and confirms each; it
 * ends with its standard input.
 */
public final class SimulatorMain {

    private final CameraServer server;
    private final SimulatedCamera camera;
    private final Feed half;
    private final Feed jpegs;
    private final Feed silence;

    private SimulatorMain(CameraServer server, Feed own) throws IOException {
        this.server = server;
        this.camera = new SimulatedCamera(CameraProcess.PATH, own);
        this.half =
                Feed.ofPictures(
                        new TimedPictures(CameraProcess.WIDTH / 2, CameraProcess.HEIGHT / 2));
        this.jpegs = Feed.ofJpegs(new TimedPictures(CameraProcess.WIDTH, CameraProcess.HEIGHT));
        this.silence = Feed.ofSilence();
    }

    /** The only argument is the port. */
    public static void main(String[] arguments) throws IOException {
        CameraServerSettings settings =
                new CameraServerSettings(
                        CameraProcess.HOST,
                        Integer.parseInt(arguments[0]),
                        new Login(CameraProcess.USER, CameraProcess.PASSWORD),
                        Duration.ofSeconds(60));
        Feed own = Feed.ofPictures(new TimedPictures(CameraProcess.WIDTH, CameraProcess.HEIGHT));
        own.runAlways();
        try (CameraServer server = CameraServer.start(settings)) {
            SimulatorMain main = new SimulatorMain(server, own);
            server.add(main.camera);
            System.out.println("ready");
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                main.obey(line);
                System.out.println("ok " + line);
            }
        }
        System.exit(0);
    }

    private void obey(String command) {
        if (command.equals(CameraProcess.CLEAR)) {
            camera.clear();
            server.add(camera);
        } else {
            begin(FaultKind.of(command));
        }
    }

    private void begin(FaultKind kind) {
        switch (kind) {
            case WRONG_PASSWORD -> camera.set(new Fault.RefuseLogin());
            case NOT_FOUND -> server.remove(camera);
            case CODEC_CHANGE -> camera.set(new Fault.ShowInstead(jpegs));
            case RESOLUTION_CHANGE -> camera.set(new Fault.ShowInstead(half));
            case TIMESTAMP_JUMP_BACK ->
                    camera.set(new Fault.JumpTimestamps(CameraProcess.JUMP.negated()));
            case TIMESTAMP_WRAP -> camera.set(new Fault.WrapTimestamps(CameraProcess.WRAP_IN));
            case UDP_LOSS_30 -> camera.set(new Fault.LosePackets(CameraProcess.LOSS));
            case BIT_FLIPS -> camera.set(new Fault.CorruptBytes(CameraProcess.FLIPS));
            case AUDIO_ONLY -> camera.set(new Fault.ShowInstead(silence));
            case BLACK_HOLE -> camera.set(new Fault.BlackHole());
            case TRUNCATED_STREAM -> cut();
            case KILL, STOP, RESTART ->
                    throw new IllegalArgumentException("A process cannot do that to itself.");
        }
        if (kind == FaultKind.WRONG_PASSWORD || kind == FaultKind.NOT_FOUND) {
            camera.closeConnections();
        }
    }

    /** Once: whoever comes again is not cut. */
    private void cut() {
        camera.set(new Fault.CutPacket(Duration.ZERO));
        while (camera.sessions() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        camera.clear();
    }
}
