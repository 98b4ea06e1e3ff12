package io.vedette.bench.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured.
 *
 * @param video that every camera plays
 * @param model the folder of a model package
 * @param framesPerSecond of a camera, about; how many cameras there are follows
 * @param cameras how many there are where the machine has room, or null; their rate follows
 * @param measured how long the job is watched in each part
 * @param options of the job, as {@code --key}, {@code value}
 */
record LiveSettings(
        Path video,
        Path model,
        double framesPerSecond,
        @Nullable Integer cameras,
        Duration measured,
        List<String> options) {

    LiveSettings {
        options = List.copyOf(options);
    }

    /** Cameras that together send so many frames a second. */
    Load load(double total) {
        return cameras == null ? Load.near(total, framesPerSecond) : Load.ofCameras(total, cameras);
    }
}
