package io.vedette.store;

import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.FrameResult;
import io.vedette.schema.LatencyMs;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import java.time.Instant;
import java.util.List;

/** Results as tests need them. */
final class Results {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");
    static final ModelRef NANO = new ModelRef("yolox-nano", "1", "695e750a", Route.LIVE);

    private Results() {}

    static FrameResult result(String camera, Instant capturedAt, Detection... detections) {
        return result(camera, capturedAt, 7, NANO, detections);
    }

    static FrameResult result(
            String camera,
            Instant capturedAt,
            long sequence,
            ModelRef model,
            Detection... detections) {
        return new FrameResult(
                camera,
                sequence,
                capturedAt,
                768,
                432,
                capturedAt.plusMillis(8),
                model,
                new LatencyMs(3.1, 11.8, 21.4),
                List.of(detections));
    }

    static Detection seen(String label) {
        return seen(label, 0.5f);
    }

    static Detection seen(String label, float confidence) {
        return new Detection(label, 3, confidence, new Box(412.25f, 101.5f, 54, 140), null);
    }

    static Detection tracked(String label, long track) {
        return new Detection(label, 3, 0.91f, new Box(412.25f, 101.5f, 54, 140), track);
    }
}
