package io.vedette.bench.faults;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trial showed; times in milliseconds.
 *
 * @param detectedMs from the beginning of the fault until the camera was reported as not live, or a
 *     frame as corrupt; null if neither was
 * @param recoveredMs from when the camera could be watched again until the first picture made since
 *     then was handed over; null if none was
 * @param lost pictures made while the camera could be watched that were not handed over whole
 * @param unreadable pictures handed over that are visibly not whole
 * @param neighbourP95Ms age of the neighbour's pictures from the beginning of the fault on
 * @param neighbourQuietP95Ms age of the neighbour's pictures before
 * @param neighbourLost pictures of the neighbour that were not handed over
 * @param state what was reported when the fault was over, or while it went on if it was a moment
 * @param cause of that state
 * @param states all that were reported since it began, with their causes
 * @param dropped frames of the camera that the source dropped, by cause
 * @param missed which targets were missed
 */
@JsonPropertyOrder({"fault", "server", "ok"})
public record FaultResult(
        String fault,
        String server,
        boolean ok,
        @Nullable Long detectedMs,
        @Nullable Long recoveredMs,
        long lost,
        long unreadable,
        long neighbourP95Ms,
        long neighbourQuietP95Ms,
        long neighbourLost,
        @Nullable CameraState state,
        @Nullable CameraCause cause,
        List<String> states,
        Map<String, Long> dropped,
        List<String> missed) {}
