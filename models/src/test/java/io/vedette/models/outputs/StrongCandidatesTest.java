package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Candidates of two other numbers and three class scores, of which the least is a half. */
final class StrongCandidatesTest {

    private static final int OTHERS = 2;
    private static final int NUMBERS = 5;
    private static final int MANY = 2500;

    private final StrongCandidates strong = new StrongCandidates(OTHERS, 3, 0.5f);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 511, 512, 513, 1023, 1024, 1025, MANY - 1})
    void leavesOneCandidateOfMany(int one) {
        float[] rows = weak(MANY);
        rows[one * NUMBERS + 3] = 0.5f;

        assertThat(left(columns(rows))).containsExactly(one);
        assertThat(left(rows(rows))).contains(one).isSorted();
    }

    @Test
    void leavesTheLastNumberOfTheLastCandidate() {
        float[] rows = weak(40);
        rows[rows.length - 1] = 0.9f;

        assertThat(left(columns(rows))).containsExactly(39);
        assertThat(left(rows(rows))).contains(39);
    }

    @Test
    void leavesACandidateWhoseScoreIsNotANumber() {
        float[] rows = weak(600);
        rows[77 * NUMBERS + OTHERS] = Float.NaN;

        assertThat(left(columns(rows))).containsExactly(77);
        assertThat(left(rows(rows))).contains(77);
    }

    @Test
    void passesOverAllWhereNoneScoresEnough() {
        float[] rows = weak(MANY);

        assertThat(left(columns(rows))).isEmpty();
        assertThat(left(rows(rows))).isEmpty();
        assertThat(left(rows(new float[0]))).isEmpty();
    }

    @Test
    void passesOverMostOfTheRowsWhereOneScoresEnough() {
        float[] rows = weak(MANY);
        rows[1000 * NUMBERS + OTHERS] = 1;

        assertThat(left(rows(rows)).size()).isLessThan(MANY / 100);
    }

    @Test
    void beginsAnewWithEveryTable() {
        float[] rows = weak(3);
        rows[NUMBERS + OTHERS] = 1;
        CandidateTable table = columns(rows);
        strong.first(table);

        assertThat(strong.first(table)).isEqualTo(1);
        assertThat(strong.after(1)).isEqualTo(3);
    }

    /** The other numbers are high, and mean nothing. */
    private static float[] weak(int candidates) {
        float[] rows = new float[candidates * NUMBERS];
        Arrays.fill(rows, 0.49f);
        for (int i = 0; i < candidates; i++) {
            Arrays.fill(rows, i * NUMBERS, i * NUMBERS + OTHERS, 100);
        }
        return rows;
    }

    private static CandidateTable rows(float[] rows) {
        return new CandidateTable(FloatBuffer.wrap(rows), 0, rows.length / NUMBERS, NUMBERS, 1);
    }

    private static CandidateTable columns(float[] rows) {
        int count = rows.length / NUMBERS;
        float[] columns = Found.transposed(rows, count, NUMBERS);
        return new CandidateTable(FloatBuffer.wrap(columns), 0, count, 1, count);
    }

    private List<Integer> left(CandidateTable table) {
        List<Integer> left = new ArrayList<>();
        for (int i = strong.first(table); i < table.count(); i = strong.after(i)) {
            left.add(i);
        }
        return left;
    }
}
