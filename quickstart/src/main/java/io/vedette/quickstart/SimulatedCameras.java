package io.vedette.quickstart;

import io.vedette.quickstart.cameras.CameraServer;
import io.vedette.quickstart.cameras.CameraServerSettings;
import io.vedette.quickstart.cameras.SimulatedCamera;
import io.vedette.quickstart.scenes.SceneCamera;
import io.vedette.schema.Camera;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Cameras around a simulated junction, which are watched over RTSP as real ones are. */
final class SimulatedCameras implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(60);

    private final CameraServer server;
    private final List<Camera> cameras;

    private SimulatedCameras(CameraServer server, List<Camera> cameras) {
        this.server = server;
        this.cameras = cameras;
    }

    /**
     * Serves them on this machine alone.
     *
     * @throws UserError if the port is taken
     */
    static SimulatedCameras start(Simulation simulation) {
        CameraServerSettings settings =
                new CameraServerSettings(HOST, simulation.rtsp().number(), null, SESSION_TIMEOUT);
        try {
            List<SimulatedCamera> shown = new ArrayList<>();
            for (SceneCamera scene : simulation.scenes()) {
                shown.add(SceneFeed.camera(scene));
            }
            CameraServer server = CameraServer.start(settings);
            shown.forEach(server::add);
            return new SimulatedCameras(
                    server,
                    shown.stream()
                            .map(camera -> Camera.of(camera.id(), server.uri(camera)))
                            .toList());
        } catch (IOException e) {
            throw new UserError("The simulated cameras do not start: " + e.getMessage(), e);
        }
    }

    /** What the job watches. */
    List<Camera> cameras() {
        return cameras;
    }

    @Override
    public void close() {
        server.close();
    }
}
