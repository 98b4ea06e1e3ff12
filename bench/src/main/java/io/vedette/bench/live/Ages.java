package io.vedette.bench.live;

import java.util.Collection;
import java.util.List;

/**
 * How old frames were, in milliseconds: half of them, 95 and 99 of a hundred, and all were no
 * older; 0 of no frames.
 */
public record Ages(double p50, double p95, double p99, double max) {

    static Ages of(Collection<Double> millis) {
        List<Double> rising = millis.stream().sorted().toList();
        return new Ages(
                percentile(rising, 50),
                percentile(rising, 95),
                percentile(rising, 99),
                percentile(rising, 100));
    }

    /** By the nearest rank: one of the values itself. */
    private static double percentile(List<Double> rising, int percent) {
        if (rising.isEmpty()) {
            return 0;
        }
        int rank = (rising.size() * percent + 99) / 100;
        return Figures.rounded(rising.get(rank - 1));
    }
}
