package io.vedette.models.recognition;

/**
 * What a series of numbers has in common. Numbers that are not finite make it none of anything.
 *
 * @param count of the numbers
 * @param whole whether all are whole numbers
 */
record Column(int count, float min, float max, double mean, boolean whole) {

    /** Slack for the rounding of 16-bit and 8-bit networks. */
    private static final float SLACK = 0.01f;

    static Column of(float[] values, int from, int step, int count) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        double sum = 0;
        boolean whole = true;
        for (int i = 0; i < count; i++) {
            float value = values[from + i * step];
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
            whole &= value == Math.rint(value);
        }
        return new Column(count, min, max, sum / Math.max(1, count), whole);
    }

    /** Whether there are numbers, and all of them lie between two. */
    boolean isWithin(double low, double high) {
        return count > 0 && min >= low && max <= high;
    }

    /** Whether all can be probabilities. */
    boolean isProbability() {
        return isWithin(-SLACK, 1 + SLACK);
    }

    /** Whether all can be the indexes of classes. */
    boolean isIndex() {
        return whole && isWithin(0, 100_000);
    }

    boolean isConstant() {
        return count > 0 && min == max;
    }
}
