package io.vedette.models.outputs;

/** How a raw head tells a box by its cell and its anchor. */
enum AnchorEncoding {
    /**
     * A centre is {@code (2 * sigmoid(value) - 0.5 + cell) * stride}, an extent {@code (2 *
     * sigmoid(value))² * anchor}.
     */
    YOLOV5 {
        @Override
        float center(float value, ScoreForm form) {
            return 2 * form.probability(value) - 0.5f;
        }

        @Override
        float extent(float value, ScoreForm form) {
            float twice = 2 * form.probability(value);
            return twice * twice;
        }
    },

    /**
     * A centre is {@code (sigmoid(value) + cell) * stride}, an extent {@code exp(value) * anchor}.
     */
    YOLOV3 {
        @Override
        float center(float value, ScoreForm form) {
            return form.probability(value);
        }

        @Override
        float extent(float value, ScoreForm form) {
            return (float) Math.exp(value);
        }
    };

    /**
     * Where a centre is, in cells from the start of its own.
     *
     * @param form what numbers are that this takes the sigmoid of
     */
    abstract float center(float value, ScoreForm form);

    /** A width or height, in those of the anchor. */
    abstract float extent(float value, ScoreForm form);
}
