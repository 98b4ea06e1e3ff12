package io.vedette.job;

import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.FrameResult;
import io.vedette.schema.LatencyMs;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import java.time.Instant;
import java.util.List;

/** Results as a model would give them. */
final class Results {

    private static final ModelRef MODEL = new ModelRef("tiny", "1", "0a1b2c3d", Route.LIVE);

    private Results() {}

    /** The result of a frame, captured {@code sequence} seconds after the epoch. */
    static FrameResult result(long sequence) {
        Instant capturedAt = Instant.ofEpochSecond(sequence);
        return new FrameResult(
                "gate-1",
                sequence,
                capturedAt,
                64,
                64,
                capturedAt,
                MODEL,
                new LatencyMs(1, 2, 3),
                List.of(new Detection("red", 2, 0.9f, new Box(0, 16, 16, 16), null)));
    }
}
