package io.vedette.models.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Three classes and a confidence of a quarter. */
final class RowScoresTest {

    private static final float NAN = Float.NaN;

    @Test
    void selectsTheBestClass() {
        RowScores scores = of(ScoreForm.PROBABILITY, false);

        int selected = scores.select(new float[] {9, 0.3f, 0.8f, 0.6f}, 1, 1, 0.5f);

        assertThat(selected).isEqualTo(1);
        assertThat(scores.classId(0)).isEqualTo(1);
        assertThat(scores.score(0)).isEqualTo(0.4f);
    }

    @Test
    void selectsTheFirstOfEqualClasses() {
        RowScores scores = of(ScoreForm.PROBABILITY, false);

        int selected = scores.select(new float[] {0.5f, 0.7f, 0.7f}, 0, 1, 1);

        assertThat(selected).isEqualTo(1);
        assertThat(scores.classId(0)).isEqualTo(1);
    }

    @Test
    void selectsEveryClassThatScoresEnoughWhereAsked() {
        RowScores scores = of(ScoreForm.PROBABILITY, true);

        int selected = scores.select(new float[] {0.5f, 0, 0.49f, 0, 0.8f}, 0, 2, 0.5f);

        assertThat(selected).isEqualTo(2);
        assertThat(scores.classId(0)).isZero();
        assertThat(scores.score(0)).isEqualTo(0.25f);
        assertThat(scores.classId(1)).isEqualTo(2);
        assertThat(scores.score(1)).isEqualTo(0.4f);
    }

    @Test
    void selectsNothingThatScoresTooLow() {
        float[] low = {0.24f, 0.1f, -1};
        float[] lowWithTheFactor = {0.4f, 0.1f, 0};

        assertThat(of(ScoreForm.PROBABILITY, false).select(low, 0, 1, 1)).isZero();
        assertThat(of(ScoreForm.PROBABILITY, true).select(low, 0, 1, 1)).isZero();
        assertThat(of(ScoreForm.PROBABILITY, false).select(lowWithTheFactor, 0, 1, 0.5f)).isZero();
        assertThat(of(ScoreForm.PROBABILITY, true).select(lowWithTheFactor, 0, 1, 0.5f)).isZero();
    }

    @Test
    void takesTheSigmoidOfLogits() {
        float quarter = (float) -Math.log(3);
        RowScores best = of(ScoreForm.LOGIT, false);
        RowScores all = of(ScoreForm.LOGIT, true);

        int selectedBest = best.select(new float[] {-5, 0, quarter}, 0, 1, 0.8f);
        int selectedOfAll = all.select(new float[] {quarter - 0.001f, 0, quarter}, 0, 1, 1);

        assertThat(selectedBest).isEqualTo(1);
        assertThat(best.classId(0)).isEqualTo(1);
        assertThat(best.score(0)).isEqualTo(0.4f);
        assertThat(selectedOfAll).isEqualTo(2);
        assertThat(all.score(0)).isEqualTo(0.5f);
        assertThat(all.score(1)).isEqualTo(0.25f);
    }

    @Test
    void reachesAConfidenceOfOneWithALogit() {
        Thresholds certain = new Thresholds(1, 0.45f, 100, false);
        RowScores scores = new RowScores(3, certain, ScoreForm.LOGIT);

        assertThat(scores.select(new float[] {0, 17, 30}, 0, 1, 1)).isEqualTo(1);
    }

    @Test
    void selectsAnyLogitForAConfidenceOfZero() {
        Thresholds any = new Thresholds(0, 0.45f, 100, true);
        RowScores scores = new RowScores(3, any, ScoreForm.LOGIT);

        assertThat(scores.select(new float[] {-1000, 0, -10}, 0, 1, 1)).isEqualTo(3);
    }

    @Test
    void takesTheSoftmaxOfAllClasses() {
        float ln2 = (float) Math.log(2);
        float ln5 = (float) Math.log(5);
        RowScores best = of(ScoreForm.SOFTMAX, false);
        RowScores all = of(ScoreForm.SOFTMAX, true);

        int selectedBest = best.select(new float[] {100, 100 + ln2, 100 + ln5}, 0, 1, 0.8f);
        int selectedOfAll = all.select(new float[] {-100, ln2 - 100, ln5 - 100}, 0, 1, 1);

        assertThat(selectedBest).isEqualTo(1);
        assertThat(best.classId(0)).isEqualTo(2);
        assertThat(best.score(0)).isEqualTo(0.8f * 5 / 8, within(1e-5f));
        assertThat(selectedOfAll).isEqualTo(2);
        assertThat(all.classId(0)).isEqualTo(1);
        assertThat(all.score(0)).isEqualTo(2f / 8, within(1e-5f));
    }

    @Test
    void showsAScoreThatIsNotANumberWhereverItIs() {
        for (ScoreForm form : ScoreForm.values()) {
            for (boolean multiLabel : new boolean[] {false, true}) {
                for (int c = 0; c < 3; c++) {
                    float[] values = {0.1f, 0.9f, 0.2f};
                    values[c] = NAN;
                    RowScores scores = of(form, multiLabel);

                    int selected = scores.select(values, 0, 1, 1);

                    assertThat(hasNaN(scores, selected)).as("%s %s", form, c).isTrue();
                }
            }
        }
    }

    @Test
    void showsAFactorThatIsNotANumber() {
        RowScores scores = of(ScoreForm.PROBABILITY, false);

        int selected = scores.select(new float[] {0.5f, 0, 0}, 0, 1, NAN);

        assertThat(selected).isEqualTo(1);
        assertThat(scores.score(0)).isNaN();
    }

    private static boolean hasNaN(RowScores scores, int selected) {
        for (int i = 0; i < selected; i++) {
            if (Float.isNaN(scores.score(i))) {
                return true;
            }
        }
        return false;
    }

    private static RowScores of(ScoreForm form, boolean multiLabel) {
        return new RowScores(3, new Thresholds(0.25f, 0.45f, 100, multiLabel), form);
    }
}
