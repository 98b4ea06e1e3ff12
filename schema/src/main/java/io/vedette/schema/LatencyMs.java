package io.vedette.schema;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * Where a frame's time went, in milliseconds.
 *
 * @param queue from entering the operator until its batch began
 * @param inference pre-processing, network and post-processing of its batch
 * @param total from arrival of the frame until emission of its result
 */
public record LatencyMs(
        @JsonSerialize(using = Rounded.ToHundredths.class) double queue,
        @JsonSerialize(using = Rounded.ToHundredths.class) double inference,
        @JsonSerialize(using = Rounded.ToHundredths.class) double total) {

    public LatencyMs {
        Names.finite("Latency queue", queue);
        Names.finite("Latency inference", inference);
        Names.finite("Latency total", total);
    }
}
