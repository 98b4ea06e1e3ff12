package io.vedette.bench.live;

/** Numbers as they are reported. */
final class Figures {

    private static final double HUNDREDTHS = 100;
    private static final double THOUSANDTHS = 1000;

    private Figures() {}

    /** To hundredths, which is more than a busy machine lets one repeat. */
    static double rounded(double value) {
        return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
    }

    /** A part of one, to thousandths. */
    static double share(double value) {
        return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
    }
}
