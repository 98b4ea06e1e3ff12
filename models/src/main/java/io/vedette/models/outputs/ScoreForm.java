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

    /** The logistic function. */
    static float sigmoid(float logit) {
        return (float) (1 / (1 + Math.exp(-logit)));
    }
}
