package io.vedette.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Runs of a detector on blank frames before any camera's come, of every size for which the device
 * sets something up: it shows that each frame finds its answer, and takes that time beforehand.
 *
 * @param batch frames that are best given to one call, which all have been tried
 * @param warning why that are fewer than was wanted
 */
record BatchTrial(int batch, Optional<String> warning) {

    /** One more than the warm-up, which a graph that always answers for two would pass. */
    private static final int TRIED_FRAMES = 3;

    /**
     * Tries a detector.
     *
     * @param wanted frames that are best given to one call
     * @param everySize whether runs of other sizes have to be set up too
     * @throws DetectionException if it does not answer a batch, but for want of memory: then
     *     smaller ones are tried, down to two frames
     */
    static BatchTrial of(Detector detector, int wanted, boolean everySize) {
        if (!everySize) {
            int tried = Math.min(TRIED_FRAMES, detector.maxBatch());
            run(detector, Math.max(tried, wanted));
            return new BatchTrial(wanted, Optional.empty());
        }
        int best = 1;
        Optional<String> warning = Optional.empty();
        for (int size : sizes(wanted)) {
            try {
                run(detector, size);
                best = Math.max(best, size);
            } catch (OutOfDeviceMemoryException e) {
                warning =
                        Optional.of(
                                "batches of %d frames do not fit into its memory: %s"
                                        .formatted(size, e.getMessage()));
            }
        }
        return new BatchTrial(best, warning);
    }

    /**
     * The largest first, so that memory is taken once, and TensorRT builds one engine for all; then
     * every power of two below, but one, which has run.
     */
    static List<Integer> sizes(int wanted) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(wanted);
        for (int size = Integer.highestOneBit(Math.max(1, wanted - 1)); size > 1; size /= 2) {
            sizes.add(size);
        }
        return sizes;
    }

    private static void run(Detector detector, int size) {
        detector.detect(Collections.nCopies(size, StillFrame.blank(detector.input())));
    }
}
