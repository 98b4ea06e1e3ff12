package io.vedette.bench.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a camera may claim of what there is.
 *
 * @param offered the frames a second that it sends; it gets no more
 * @param priority above which no other gets anything before it has all
 * @param weight how its part compares with that of another of the same priority
 */
record Claim(double offered, int priority, double weight) {

    Claim {
        if (!(offered > 0) || !(weight > 0)) {
            throw new IllegalArgumentException(
                    "Claim: offered and weight must be more than 0 but were %s and %s."
                            .formatted(offered, weight));
        }
    }

    /** A claim that is not settled yet, by its place in the list. */
    private record Open(int place, Claim claim) {

        double level() {
            return claim.offered / claim.weight;
        }
    }

    /**
     * What each is promised: the priorities one after another, and within one the largest level
     * that fits, so that each has its weight times the level or all that it offers.
     *
     * @param capacity frames a second that there are for all
     * @return in the order of the claims
     */
    static List<Double> promised(List<Claim> claims, double capacity) {
        Double[] promised = new Double[claims.size()];
        double left = capacity;
        for (List<Open> equals : byPriority(claims)) {
            left -= share(equals, left, promised);
        }
        return List.of(promised);
    }

    private static List<List<Open>> byPriority(List<Claim> claims) {
        return claims.stream()
                .map(Claim::priority)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(priority -> of(claims, priority))
                .toList();
    }

    private static List<Open> of(List<Claim> claims, int priority) {
        return IntStream.range(0, claims.size())
                .filter(place -> claims.get(place).priority == priority)
                .mapToObj(place -> new Open(place, claims.get(place)))
                .sorted(Comparator.comparingDouble(Open::level))
                .toList();
    }

    /**
     * Those that are content with the least of their weight first, so that what they leave raises
     * the others.
     */
    private static double share(List<Open> rising, double capacity, Double[] promised) {
        List<Open> open = new ArrayList<>(rising);
        double left = capacity;
        for (Open next : rising) {
            double weights = open.stream().mapToDouble(one -> one.claim.weight).sum();
            double part = Math.min(next.claim.offered, left / weights * next.claim.weight);
            promised[next.place] = part;
            left -= part;
            open.remove(0);
        }
        return capacity - left;
    }
}
