package io.vedette.server;

import io.vedette.schema.Camera;
import java.util.Map;

/** The camera list as requests ask for it: whole, or not at all. */
final class KnownCameras {

    private final CameraDirectory directory;

    KnownCameras(CameraDirectory directory) {
        this.directory = directory;
    }

    /**
     * All cameras by id, in the order of their ids. They hold their credentials.
     *
     * @throws NotReadyException if the list has not been read to its end
     */
    Map<String, Camera> all() {
        if (!directory.isCaughtUp()) {
            throw new NotReadyException("The camera list is being read; try again.");
        }
        return directory.cameras();
    }

    /**
     * One camera.
     *
     * @throws UnknownCameraException if it is not in the list
     * @throws NotReadyException if the list has not been read to its end
     */
    Camera get(String id) {
        Camera camera = all().get(id);
        if (camera == null) {
            throw new UnknownCameraException(id);
        }
        return camera;
    }
}
