package io.vedette.models.outputs;

import java.nio.FloatBuffer;

/**
 * The candidates of one frame, or some of them: as many numbers for each, at fixed distances.
 *
 * @param values the output that they lie in
 * @param from where the first number of the first candidate is
 * @param count candidates
 * @param step from a candidate to the next
 * @param numberStep from a number of a candidate to the next
 */
record CandidateTable(FloatBuffer values, int from, int count, int step, int numberStep) {

    /** No candidates. */
    static final CandidateTable EMPTY = new CandidateTable(FloatBuffer.allocate(0), 0, 0, 1, 1);

    /** One number of a candidate. */
    float number(int candidate, int number) {
        return values.get(from + candidate * step + number * numberStep);
    }

    /** Copies the first numbers of a candidate, as many as the row takes. */
    void copy(int candidate, float[] row) {
        if (numberStep == 1) {
            values.get(from + candidate * step, row);
            return;
        }
        for (int number = 0; number < row.length; number++) {
            row[number] = number(candidate, number);
        }
    }

    /** Whether one number of all candidates lies together, then the next. */
    boolean isByNumber() {
        return step == 1;
    }

    /** Copies one number of neighbouring candidates, where it lies together. */
    void copyNumber(int number, int first, int candidates, float[] target) {
        values.get(from + number * numberStep + first, target, 0, candidates);
    }

    /**
     * Copies neighbouring candidates, where the numbers of each lie together, at the distances that
     * they have here.
     *
     * @param numbers how many of each are wanted; what follows them may be there too
     * @return how many values were copied
     */
    int copyRows(int first, int candidates, int numbers, float[] target) {
        int size = (candidates - 1) * step + numbers;
        values.get(from + first * step, target, 0, size);
        return size;
    }
}
