package io.vedette.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void areMediansWithTheLeastAndTheMost() {
        List<Sample> rounds =
                List.of(new Sample(30, 3, 0.3), new Sample(10, 1, 0.1), new Sample(90, 9, 0.2));

        Figures figures = Figures.of(rounds);

        assertThat(figures).isEqualTo(new Figures(30, 10, 90, 3, 0.2));
    }

    @Test
    void ofAnEvenNumberAreTheMeanOfTheTwoInTheMiddle() {
        List<Double> values = List.of(4.0, 1.0, 3.0, 100.0);

        double median = Figures.median(values, Double::doubleValue);

        assertThat(median).isEqualTo(3.5);
    }

    @Test
    void ofNothingAreNotToBeHad() {
        assertThatThrownBy(() -> Figures.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no median of nothing.");
    }

    @Test
    void aSampleSharesWhatWasUsedAmongItsFrames() {
        Usage used = new Usage(2_000_000_000, 3_000_000_000L, 50);

        Sample sample = Sample.of(100, used);

        assertThat(sample.fps()).isCloseTo(50, within(1e-9));
        assertThat(sample.cpuMillis()).isCloseTo(30, within(1e-9));
        assertThat(sample.gcMillis()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aSampleWithoutFramesIsAnError() {
        assertThatThrownBy(() -> Sample.of(0, new Usage(2_000_000_000, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No frame was done in 2.0 s.");
    }
}
