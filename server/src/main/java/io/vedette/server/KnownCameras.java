package io.vedette.server;

import io.vedette.schema.Camera;
import java.util.Map;

/** The camera list as requests ask for it: whole, or not at all. */
final class KnownCameras {

    private final CompactedTopic<Camera> list;

    KnownCameras(CompactedTopic<Camera> list) {
        this.list = list;
    }

    /**
     * All cameras by id, in the order of their ids. They hold their credentials.
     *
     * @throws NotReadyException if the list has not been read to its end
     */
    Map<String, Camera> all() {
        if (!list.isCaughtUp()) {
            throw new NotReadyException("The camera list is being read; try again.");
        }
        return list.values();
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
