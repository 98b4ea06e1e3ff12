package io.vedette.bench.stand;

import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;

/** A result as it lies on the topic. It is parsed when it is asked for, not when it arrives. */
public final class DeliveredResult {

    private final byte[] json;
    private final long deliveredAt;

    DeliveredResult(byte[] json, long deliveredAt) {
        this.json = json;
        this.deliveredAt = deliveredAt;
    }

    /**
     * What it says.
     *
     * @throws IllegalArgumentException if that is no result
     */
    public FrameResult result() {
        return Json.read(json, FrameResult.class);
    }

    /** When the broker received it, in milliseconds since 1970. */
    public long deliveredAt() {
        return deliveredAt;
    }
}
