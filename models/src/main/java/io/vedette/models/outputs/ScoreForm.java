package io.vedette.models.outputs;

/** What a class score is. */
public enum ScoreForm {
    /** A probability, to be used as it is. */
    PROBABILITY,
    /** A number whose sigmoid is the probability. */
    LOGIT,
    /** Numbers whose softmax over the classes are the probabilities. */
    SOFTMAX,
    /** What the outputs themselves tell; of formats that have it as their default. */
    AUTO;

    /** The form of a score that belongs to no class, such as an objectness. */
    ScoreForm ofOne() {
        return this == SOFTMAX ? LOGIT : this;
    }

    /** The probability that a number which has one by itself stands for. */
    float probability(float number) {
        return this == PROBABILITY ? number : sigmoid(number);
    }

    /**
     * What a number must not be below if its probability, as it is rounded, is to reach another.
     */
    float least(float probability) {
        return switch (this) {
            case PROBABILITY -> probability;
            case LOGIT -> logit(Math.max(0, Math.nextDown(probability)));
            case SOFTMAX, AUTO -> Float.NEGATIVE_INFINITY;
        };
    }

    /** The logistic function. */
    static float sigmoid(float logit) {
        return (float) (1 / (1 + Math.exp(-logit)));
    }

    private static float logit(double probability) {
        return (float) Math.log(probability / (1 - probability));
    }
}
