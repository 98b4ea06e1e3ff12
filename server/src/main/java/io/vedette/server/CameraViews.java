package io.vedette.server;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraStatus;
import io.vedette.store.CameraActivity;
import io.vedette.store.CameraQueries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The camera list, joined with what the job tells of each camera and with what was seen of it. */
final class CameraViews {

    private final KnownCameras cameras;
    private final CompactedTopic<CameraStatus> statuses;
    private final CameraQueries activities;
    private final InstantSource clock;

    CameraViews(
            KnownCameras cameras,
            CompactedTopic<CameraStatus> statuses,
            CameraQueries activities,
            InstantSource clock) {
        this.cameras = cameras;
        this.statuses = statuses;
        this.activities = activities;
        this.clock = clock;
    }

    /** All cameras, in the order of their ids. */
    List<CameraView> all() {
        Map<String, Camera> known = cameras.all();
        Map<String, CameraActivity> lastSeen =
                activities.activity().stream()
                        .collect(Collectors.toMap(CameraActivity::camera, Function.identity()));
        Instant now = clock.instant();
        return known.values().stream()
                .map(camera -> view(camera, lastSeen.get(camera.id()), now))
                .toList();
    }

    /**
     * One camera.
     *
     * @throws UnknownCameraException if it is not in the list
     */
    CameraView get(String id) {
        Camera camera = cameras.get(id);
        CameraActivity lastSeen = activities.activity(id).orElse(null);
        return view(camera, lastSeen, clock.instant());
    }

    private CameraView view(Camera camera, @Nullable CameraActivity lastSeen, Instant now) {
        CameraStatus told = statuses.values().get(camera.id());
        return CameraView.of(camera, StatusRule.shown(camera, told, lastSeen, now), lastSeen);
    }
}
