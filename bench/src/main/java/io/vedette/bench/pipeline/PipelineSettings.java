package io.vedette.bench.pipeline;

import io.vedette.models.ModelPackage;
import io.vedette.models.onnx.DetectorSettings;
import java.time.Duration;
import java.util.List;

/**
 * What is measured.
 *
 * @param sessions of the network that run at once
 * @param detector how each runs
 * @param cameras of the job, each of which plays the clip
 * @param warmUp how long everything works at least before it is measured
 * @param measured how long that takes, in each round
 * @param jobOptions how the job runs the model, and what else it is told, as {@code --key}, {@code
 *     value}
 */
record PipelineSettings(
        ModelPackage model,
        int sessions,
        DetectorSettings detector,
        int cameras,
        Duration warmUp,
        Duration measured,
        int rounds,
        List<String> jobOptions) {

    PipelineSettings {
        jobOptions = List.copyOf(jobOptions);
        if (cameras < sessions) {
            throw new IllegalArgumentException(
                    "Option --cameras must be at least --sessions, which is %d, but was %d."
                            .formatted(sessions, cameras));
        }
    }
}
