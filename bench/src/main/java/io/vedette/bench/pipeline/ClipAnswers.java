package io.vedette.bench.pipeline;

import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a model sees in each frame of a clip. Whoever else looks at a frame must see the same, to
 * within what other arithmetic and the rounding of JSON may change.
 */
final class ClipAnswers {

    private static final double PIXELS = 0.1;
    private static final double CONFIDENCE = 0.001;

    private final Map<Integer, List<Detection>> answers = new ConcurrentHashMap<>();

    /**
     * Keeps what was seen in a frame.
     *
     * @param number of the frame in the clip, from 0
     * @throws IllegalStateException if something else was seen in it before
     */
    void add(int number, List<Detection> seen) {
        List<Detection> before = answers.putIfAbsent(number, seen);
        if (before != null && !same(before, seen)) {
            throw new IllegalStateException(
                    "Frame %d shows %s, but before it showed %s.".formatted(number, seen, before));
        }
    }

    /** Whether the same was seen in a frame; empty if nobody looked at it yet. */
    Optional<Boolean> agrees(int number, List<Detection> seen) {
        return Optional.ofNullable(answers.get(number)).map(known -> same(known, seen));
    }

    /** How many objects were seen, in all frames. */
    long objects() {
        return answers.values().stream().mapToLong(List::size).sum();
    }

    private static boolean same(List<Detection> one, List<Detection> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Detection one, Detection other) {
        return one.classId() == other.classId()
                && Math.abs(one.confidence() - other.confidence()) <= CONFIDENCE
                && same(one.box(), other.box());
    }

    private static boolean same(Box one, Box other) {
        return Math.abs(one.x() - other.x()) <= PIXELS
                && Math.abs(one.y() - other.y()) <= PIXELS
                && Math.abs(one.width() - other.width()) <= PIXELS
                && Math.abs(one.height() - other.height()) <= PIXELS;
    }
}
