package io.vedette.sources.list;

import io.vedette.schema.Camera;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the list of cameras comes from. It travels to the JobManager, which follows it there.
 *
 * <p>While the list cannot be read, or is wrong, the last good one stays, and what is wrong is
 * logged once, without credentials.
 */
public interface CameraList extends Serializable {

    /** Hears of the list. */
    @FunctionalInterface
    interface Listener {
        void changed(List<Camera> cameras);
    }

    /**
     * Tells the whole list, as soon as it is known and after every change, until interrupted. It
     * returns by itself only if the list never changes. Called in a thread of its own.
     */
    void follow(Listener listener) throws InterruptedException;

    /** Whether nobody watches a camera that is not in the list, not even another job. */
    default boolean isWhole() {
        return false;
    }

    /** A list that never changes. */
    static CameraList fixed(List<Camera> cameras) {
        return new FixedCameras(cameras);
    }

    /**
     * A file that is watched by its content.
     *
     * @param more cameras beside those of the file; no id may be in both
     */
    static CameraList file(Path file, List<Camera> more) {
        return new CameraFile(file, more);
    }

    /** A compacted topic: key camera id, value the camera as JSON, a tombstone removes it. */
    static CameraList topic(String bootstrapServers, String topic) {
        return new CameraTopic(topic, new TopicConsumers(bootstrapServers));
    }
}
