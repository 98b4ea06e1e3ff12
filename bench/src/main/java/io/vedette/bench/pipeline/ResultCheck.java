package io.vedette.bench.pipeline;

import io.vedette.schema.FrameResult;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * That results are results: each camera's are consecutive from its first frame on, and say of every
 * frame what the bare loop says of it.
 *
 * @param results that were looked at
 * @param compared of them, those of frames that the bare loop had seen, too
 */
record ResultCheck(long results, long compared) {

    /**
     * Looks at the results of all of a job's life.
     *
     * @throws IOException naming camera and frame, if one is not what it should be
     */
    static ResultCheck of(List<FrameResult> results, int cameras, int clip, ClipAnswers answers)
            throws IOException {
        Map<String, Long> next = new HashMap<>();
        long compared = 0;
        for (FrameResult result : results) {
            long expected = next.getOrDefault(result.camera(), 0L);
            if (result.sequence() != expected) {
                throw new IOException(
                        "Camera '%s': the result of frame %d must come next but it is that of %d."
                                .formatted(result.camera(), expected, result.sequence()));
            }
            next.put(result.camera(), expected + 1);
            compared += compare(result, clip, answers);
        }
        if (next.size() != cameras) {
            throw new IOException(
                    "There must be results of %d cameras but there are of %d: %s."
                            .formatted(cameras, next.size(), next.keySet()));
        }
        if (compared == 0) {
            throw new IOException("No result is of a frame that the bare loop saw.");
        }
        return new ResultCheck(results.size(), compared);
    }

    private static int compare(FrameResult result, int clip, ClipAnswers answers)
            throws IOException {
        int number = (int) (result.sequence() % clip);
        Boolean agrees = answers.agrees(number, result.detections()).orElse(null);
        if (agrees == null) {
            return 0;
        }
        if (!agrees) {
            throw new IOException(
                    "Camera '%s': the result of frame %d, frame %d of the video, is not what the bare loop finds: %s."
                            .formatted(
                                    result.camera(),
                                    result.sequence(),
                                    number,
                                    result.detections()));
        }
        return 1;
    }
}
