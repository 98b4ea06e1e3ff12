package io.vedette.quickstart;

import io.vedette.quickstart.cameras.Feed;
import io.vedette.quickstart.cameras.Pictures;
import io.vedette.quickstart.cameras.SimulatedCamera;
import io.vedette.quickstart.scenes.SceneCamera;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * What a camera of a simulated junction sees, as a feed of the camera server.
 *
 * @param scene drawn by one thread at a time
 */
record SceneFeed(SceneCamera scene) implements Pictures {

    /** The camera on the server; nothing is drawn but a first picture until somebody watches. */
    static SimulatedCamera camera(SceneCamera scene) throws IOException {
        return new SimulatedCamera(scene.id(), Feed.ofPictures(new SceneFeed(scene)));
    }

    @Override
    public int width() {
        return scene.width();
    }

    @Override
    public int height() {
        return scene.height();
    }

    @Override
    public int framesPerSecond() {
        return scene.framesPerSecond();
    }

    @Override
    public BufferedImage picture(long frame) {
        return scene.picture(frame);
    }
}
