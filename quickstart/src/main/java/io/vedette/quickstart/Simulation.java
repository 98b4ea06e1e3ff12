package io.vedette.quickstart;

import io.vedette.quickstart.scenes.SceneCamera;
import java.util.List;

/**
 * The cameras that the machine simulates for itself.
 *
 * @param scenes what they see; none where nothing is simulated
 * @param rtsp the port on which they serve it
 */
record Simulation(List<SceneCamera> scenes, Port rtsp) {

    /** How many there are where the user names no camera. */
    static final int USUAL = 4;

    boolean isEmpty() {
        return scenes.isEmpty();
    }
}
