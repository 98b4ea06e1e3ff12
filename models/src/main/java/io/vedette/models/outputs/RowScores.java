package io.vedette.models.outputs;

/**
 * Which classes of a candidate score enough: the best one, or with {@link Thresholds#multiLabel}
 * all. One thread at a time.
 */
final class RowScores {

    private final int classes;
    private final float least;
    private final boolean multiLabel;
    private final int[] classIds;
    private final float[] scores;

    RowScores(int classes, Thresholds thresholds) {
        this.classes = classes;
        this.least = thresholds.confidence();
        this.multiLabel = thresholds.multiLabel();
        this.classIds = new int[classes];
        this.scores = new float[classes];
    }

    /**
     * Selects the classes of a candidate. Numbers that are not finite are selected too, so that
     * they are noticed.
     *
     * @param values holds the score of class {@code c} at {@code from + c * step}
     * @param factor that every score is multiplied by, such as an objectness
     * @return how many were selected
     */
    int select(float[] values, int from, int step, float factor) {
        return multiLabel
                ? selectAll(values, from, step, factor)
                : selectBest(values, from, step, factor);
    }

    private int selectAll(float[] values, int from, int step, float factor) {
        int selected = 0;
        for (int c = 0; c < classes; c++) {
            float score = values[from + c * step] * factor;
            if (!(score < least)) {
                classIds[selected] = c;
                scores[selected++] = score;
            }
        }
        return selected;
    }

    private int selectBest(float[] values, int from, int step, float factor) {
        int best = 0;
        float bestValue = values[from];
        for (int c = 1; c < classes; c++) {
            float value = values[from + c * step];
            if (value > bestValue) {
                best = c;
                bestValue = value;
            }
        }
        classIds[0] = best;
        scores[0] = bestValue * factor;
        return scores[0] < least ? 0 : 1;
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
