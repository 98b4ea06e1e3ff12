package io.vedette.bench.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What came out of the job within a while.
 *
 * @param cameras all that were watched, also those of which nothing came
 * @param seconds how long that was
 */
record Output(List<String> cameras, double seconds, List<Seen> seen) {

    double perSecond() {
        return seen.size() / seconds;
    }

    Ages ages(ToDoubleFunction<Seen> age) {
        return Ages.of(seen.stream().mapToDouble(age).boxed().toList());
    }

    /** How many frames of each camera. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        cameras.forEach(camera -> counts.put(camera, 0L));
        seen.forEach(one -> counts.merge(one.camera(), 1L, Long::sum));
        return counts;
    }

    /** Frames that are missing between others of their camera, by their numbers. */
    long missing() {
        return numbers().values().stream().mapToLong(Numbers::missing).sum();
    }

    private Map<String, Numbers> numbers() {
        Map<String, Numbers> numbers = new HashMap<>();
        seen.forEach(
                one ->
                        numbers.merge(
                                one.camera(),
                                new Numbers(one.sequence(), one.sequence(), 1),
                                Numbers::and));
        return numbers;
    }

    /** Of frames of one camera. */
    private record Numbers(long first, long last, long count) {

        Numbers and(Numbers other) {
            return new Numbers(
                    Math.min(first, other.first), Math.max(last, other.last), count + other.count);
        }

        long missing() {
            return last - first + 1 - count;
        }
    }
}
