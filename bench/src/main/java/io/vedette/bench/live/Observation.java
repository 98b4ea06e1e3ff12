package io.vedette.bench.live;

import io.vedette.schema.Camera;
import java.util.List;

/** What the job did with some cameras between two moments. */
record Observation(
        List<Camera> watched, Output output, Processes processes, Moment before, Moment after) {

    Measured measured(Load load) {
        return Measured.of(load, output, processes, before, after);
    }

    List<CameraShare> shares(Load load) {
        return CameraShare.of(load, watched, output);
    }
}
