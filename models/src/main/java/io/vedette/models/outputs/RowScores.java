package io.vedette.models.outputs;

/**
 * Which classes of a candidate score enough: the best one, or with {@link Thresholds#multiLabel}
 * all. Scores are probabilities or have yet to become so, and a column may mean that nothing is
 * there. One thread at a time.
 */
final class RowScores {

    private final int classes;
    private final int first;
    private final ScoreForm form;
    private final float least;
    private final float leastNumber;
    private final boolean multiLabel;
    private final int[] classIds;
    private final float[] scores;
    private final float[] probabilities;

    /** Without a background. */
    RowScores(int classes, Thresholds thresholds, ScoreForm form) {
        this(classes, thresholds, form, Background.NONE);
    }

    /**
     * @param classes without the background
     * @param form what the numbers that are selected from are; not {@link ScoreForm#AUTO}
     */
    RowScores(int classes, Thresholds thresholds, ScoreForm form, Background background) {
        this.classes = classes;
        this.first = background == Background.FIRST ? 1 : 0;
        this.form = form;
        this.least = thresholds.confidence();
        this.leastNumber = form.least(least);
        this.multiLabel = thresholds.multiLabel();
        this.classIds = new int[classes];
        this.scores = new float[classes];
        this.probabilities =
                new float[form == ScoreForm.SOFTMAX ? columns(background, classes) : 0];
    }

    /**
     * Passes over candidates of which nothing would be selected whatever the factor.
     *
     * @param from the number of a candidate that is its first column
     */
    StrongCandidates strongCandidates(int from) {
        return new StrongCandidates(from + first, classes, leastNumber);
    }

    /** Columns of the scores: the classes and the background. */
    static int columns(Background background, int classes) {
        return classes + (background == Background.NONE ? 0 : 1);
    }

    /**
     * Selects the classes of a candidate. One whose score is not a number is selected too, so that
     * it is noticed; where only the best class counts, it is the best.
     *
     * @param values holds the score of column {@code c} at {@code from + c * step}
     * @param factor that every probability is multiplied by, in [0, 1], such as an objectness
     * @return how many were selected
     */
    int select(float[] values, int from, int step, float factor) {
        if (form == ScoreForm.SOFTMAX) {
            softmax(values, from, step);
            return selectFrom(probabilities, first, 1, factor);
        }
        int start = from + first * step;
        return isWeak(values, start, step) ? 0 : selectFrom(values, start, step, factor);
    }

    /** Whether no class can score enough: true of most candidates, and quickly told. */
    private boolean isWeak(float[] values, int from, int step) {
        for (int c = 0; c < classes; c++) {
            if (!(values[from + c * step] < leastNumber)) {
                return false;
            }
        }
        return true;
    }

    private void softmax(float[] values, int from, int step) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < probabilities.length; c++) {
            highest = Math.max(highest, values[from + c * step]);
        }
        double sum = 0;
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] = (float) Math.exp(values[from + c * step] - highest);
            sum += probabilities[c];
        }
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] /= (float) sum;
        }
    }

    private int selectFrom(float[] values, int from, int step, float factor) {
        if (!multiLabel) {
            int best = best(values, from, step);
            return take(0, best, values[from + best * step], factor);
        }
        int selected = 0;
        for (int c = 0; c < classes; c++) {
            float value = values[from + c * step];
            if (!(value < leastNumber)) {
                selected = take(selected, c, value, factor);
            }
        }
        return selected;
    }

    private int take(int selected, int classId, float value, float factor) {
        float probability = form == ScoreForm.LOGIT ? ScoreForm.sigmoid(value) : value;
        float score = probability * factor;
        classIds[selected] = classId;
        scores[selected] = score;
        return score < least ? selected : selected + 1;
    }

    /** The class with the highest number, or the first that is not a number. */
    private int best(float[] values, int from, int step) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            float value = values[from + c * step];
            float highest = values[from + best * step];
            if (value > highest || (Float.isNaN(value) && !Float.isNaN(highest))) {
                best = c;
            }
        }
        return best;
    }

    /** The class of a selected one, from 0. */
    int classId(int selected) {
        return classIds[selected];
    }

    /** The score of a selected one, with the factor. */
    float score(int selected) {
        return scores[selected];
    }
}
