package io.vedette.bench.live;

import java.util.Collection;

/** Whether all get the same. */
final class Fairness {

    private Fairness() {}

    /**
     * Jain's index: 1 if all have the same, 1/n if one of n has everything (Jain, Chiu, Hawe, DEC
     * TR-301, 1984). 1 if there is nothing to have.
     *
     * @param amounts not below 0
     */
    static double jain(Collection<Long> amounts) {
        double sum = amounts.stream().mapToDouble(Long::doubleValue).sum();
        double squares = amounts.stream().mapToDouble(amount -> (double) amount * amount).sum();
        return squares == 0 ? 1 : sum * sum / (amounts.size() * squares);
    }
}
