package io.vedette.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cameras that are watched those of a list. What did not change is not touched, nor is
 * the connection of one of which only the share changed; any other that changed is started again
 * only when its former thread has ended or was given up.
 *
 * <p>Of the reader's thread alone; nothing here waits.
 */
final class WatchedCameras {

    private final CameraThreads threads;
    private final Map<String, WatchedCamera> watched = new HashMap<>();
    private final Set<String> over = new HashSet<>();

    /** Cameras on their way down, and what is to be watched in their place, if anything. */
    private final Map<String, @Nullable CameraSplit> leaving = new HashMap<>();

    WatchedCameras(CameraThreads threads) {
        this.threads = threads;
    }

    /**
     * Watches these cameras, and no others.
     *
     * @return those that emit nothing more from now on
     */
    Set<String> become(List<CameraSplit> list) {
        Map<String, CameraSplit> wanted = new HashMap<>();
        list.forEach(camera -> wanted.put(camera.camera(), camera));
        leaving.replaceAll((id, successor) -> wanted.get(id));
        Set<String> left = new HashSet<>();
        for (WatchedCamera camera : new ArrayList<>(watched.values())) {
            String id = camera.split().camera();
            CameraSplit now = wanted.get(id);
            if (now == null || !camera.become(now)) {
                stop(camera, now);
                left.add(id);
            }
        }
        for (CameraSplit camera : list) {
            if (!watched.containsKey(camera.camera()) && !leaving.containsKey(camera.camera())) {
                start(camera);
            }
        }
        return left;
    }

    private void start(CameraSplit camera) {
        watched.put(camera.camera(), threads.watch(camera));
    }

    private void stop(WatchedCamera camera, @Nullable CameraSplit successor) {
        String id = camera.split().camera();
        watched.remove(id);
        camera.stop();
        if (!over.remove(id)) {
            leaving.put(id, successor);
        }
    }

    /** The end of a camera was told: no thread of it works any more. */
    void ended(String id) {
        if (!leaving.containsKey(id)) {
            over.add(id);
            return;
        }
        CameraSplit successor = leaving.remove(id);
        if (successor != null) {
            start(successor);
        }
    }

    /** Whether all have come to their end. */
    boolean allOver() {
        return leaving.isEmpty() && over.size() == watched.size();
    }
}
