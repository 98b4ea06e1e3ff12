package io.vedette.models.outputs;

/**
 * Which classes of a candidate score enough, where scores are probabilities or have yet to become
 * so, and where a column may mean that nothing is there. One thread at a time.
 */
final class ClassScores {

    private final ScoreForm form;
    private final int first;
    private final RowScores selected;
    private final float[] softmax;

    /**
     * @param form anything but {@link ScoreForm#AUTO}
     * @param classes without the background
     */
    ClassScores(ScoreForm form, Background background, int classes, Thresholds thresholds) {
        this.form = form;
        this.first = background == Background.FIRST ? 1 : 0;
        this.selected = new RowScores(classes, own(form, thresholds));
        this.softmax = new float[columns(background, classes)];
    }

    /** Columns of the scores: the classes and the background. */
    static int columns(Background background, int classes) {
        return classes + (background == Background.NONE ? 0 : 1);
    }

    /** Logits are selected as such, since the sigmoid keeps their order. */
    private static Thresholds own(ScoreForm form, Thresholds thresholds) {
        if (form != ScoreForm.LOGIT) {
            return thresholds;
        }
        double least = thresholds.confidence();
        return new Thresholds(
                (float) Math.log(least / (1 - least)),
                thresholds.iou(),
                thresholds.maxDetections(),
                thresholds.multiLabel());
    }

    /**
     * Selects the classes of a candidate. Numbers that are not finite are selected too, so that
     * they are noticed.
     *
     * @param values hold the score of column {@code c} at {@code from + c * step}
     * @return how many were selected
     */
    int select(float[] values, int from, int step) {
        if (form == ScoreForm.SOFTMAX) {
            fillSoftmax(values, from, step);
            return selected.select(softmax, first, 1, 1);
        }
        return selected.select(values, from + first * step, step, 1);
    }

    private void fillSoftmax(float[] values, int from, int step) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < softmax.length; c++) {
            highest = Math.max(highest, values[from + c * step]);
        }
        double sum = 0;
        for (int c = 0; c < softmax.length; c++) {
            softmax[c] = (float) Math.exp(values[from + c * step] - highest);
            sum += softmax[c];
        }
        for (int c = 0; c < softmax.length; c++) {
            softmax[c] /= (float) sum;
        }
    }

    /** The class of a selected one, from 0, without the background. */
    int classId(int i) {
        return selected.classId(i);
    }

    /** The probability of a selected one. */
    float score(int i) {
        float score = selected.score(i);
        return form == ScoreForm.LOGIT ? ScoreForm.sigmoid(score) : score;
    }
}
