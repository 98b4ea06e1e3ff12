package io.vedette.models.outputs;

/**
 * Passes over candidates of which no class can score enough, as is true of most. What is left has
 * yet to be looked at; a score that is not a number is left too.
 *
 * <p>Highest numbers are taken of a block of candidates at a time, in loops plain enough for the
 * compiler to vectorise, and in the order in which the numbers lie in memory. One thread at a time.
 */
final class StrongCandidates {

    /** Few enough for the processor's first cache. */
    private static final int COLUMN_BLOCK = 1024;

    /** So many rows are laid on so many others, of which each is left if one is. */
    private static final int ROWS = 32;

    private static final int LAYERS = 16;

    private final int firstClass;
    private final int classes;
    private final float least;
    private final boolean[] rowIsStrong = new boolean[ROWS];
    private float[] highest = {};
    private float[] next = {};
    private CandidateTable table = CandidateTable.EMPTY;
    private int start;
    private int end;

    /**
     * @param firstClass the number of a candidate that is its first class score
     * @param least what a class score must not be below
     */
    StrongCandidates(int firstClass, int classes, float least) {
        this.firstClass = firstClass;
        this.classes = classes;
        this.least = least;
    }

    /** The first candidate of a table that is left; as many as the table has where none is. */
    int first(CandidateTable candidates) {
        table = candidates;
        end = 0;
        return after(-1);
    }

    /**
     * The next candidate of the same table that is left; as many as the table has where none is.
     *
     * @param last the one before
     */
    int after(int last) {
        int candidate = last + 1;
        while (candidate < table.count()) {
            if (candidate >= end) {
                read(candidate);
            }
            candidate = firstStrong(candidate);
            if (candidate < end) {
                return candidate;
            }
        }
        return table.count();
    }

    private void read(int from) {
        start = from;
        if (table.isByNumber()) {
            end = Math.min(start + COLUMN_BLOCK, table.count());
            readColumns();
        } else {
            end = Math.min(start + ROWS * LAYERS, table.count());
            readRows();
        }
    }

    /** The highest score of each candidate. */
    private void readColumns() {
        reserve(COLUMN_BLOCK);
        table.copyNumber(firstClass, start, end - start, highest);
        for (int number = firstClass + 1; number < firstClass + classes; number++) {
            table.copyNumber(number, start, end - start, next);
            keepHigher(highest, next, end - start);
        }
    }

    /** The highest numbers of some rows and of all that are laid on them. */
    private void readRows() {
        int numbers = firstClass + classes;
        reserve(ROWS * table.step());
        int rows = Math.min(ROWS, end - start);
        table.copyRows(start, rows, numbers, highest);
        for (int row = start + ROWS; row < end; row += ROWS) {
            int length = table.copyRows(row, Math.min(ROWS, end - row), numbers, next);
            keepHigher(highest, next, length);
        }
        for (int row = 0; row < rows; row++) {
            int from = row * table.step();
            int to = from + numbers;
            rowIsStrong[row] = firstNotBelow(highest, from + firstClass, to) < to;
        }
    }

    private void reserve(int size) {
        if (highest.length < size) {
            highest = new float[size];
            next = new float[size];
        }
    }

    private static void keepHigher(float[] highest, float[] next, int count) {
        for (int i = 0; i < count; i++) {
            highest[i] = Math.max(highest[i], next[i]);
        }
    }

    private int firstStrong(int from) {
        if (table.isByNumber()) {
            return start + firstNotBelow(highest, from - start, end - start);
        }
        int candidate = from;
        while (candidate < end && !rowIsStrong[(candidate - start) % ROWS]) {
            candidate++;
        }
        return candidate;
    }

    private int firstNotBelow(float[] values, int from, int to) {
        int i = from;
        while (i < to && values[i] < least) {
            i++;
        }
        return i;
    }
}
