package io.vedette.sources;

import io.vedette.schema.Camera;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A camera list, sorted by what is done with each camera, by id.
 *
 * @param watched what readers watch
 * @param disabled what is in the list, but off
 * @param refused what makes no sense, and why, in a sentence without credentials
 */
record WatchList(
        SortedMap<String, CameraSplit> watched, Set<String> disabled, Map<String, String> refused) {

    static final WatchList EMPTY = new WatchList(new TreeMap<>(), Set.of(), Map.of());

    /**
     * Sorts a list.
     *
     * @param bounded whether only a file that ends can be watched
     */
    static WatchList of(List<Camera> cameras, boolean bounded) {
        SortedMap<String, CameraSplit> watched = new TreeMap<>();
        Set<String> disabled = new HashSet<>();
        Map<String, String> refused = new TreeMap<>();
        for (Camera camera : cameras) {
            CameraSplit split = CameraSplit.of(camera);
            String reason = camera.enabled() ? objection(split, bounded) : null;
            if (!camera.enabled()) {
                disabled.add(camera.id());
            } else if (reason != null) {
                refused.put(camera.id(), reason);
            } else {
                watched.put(camera.id(), split);
            }
        }
        return new WatchList(watched, disabled, refused);
    }

    private static @Nullable String objection(CameraSplit split, boolean bounded) {
        try {
            FileUri file = split.file();
            return bounded && (file == null || file.loop())
                    ? "Camera '%s' must be a file that ends, since the run is bounded."
                            .formatted(split.camera())
                    : null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The ids of all cameras. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>(watched.keySet());
        ids.addAll(disabled);
        ids.addAll(refused.keySet());
        return ids;
    }
}
