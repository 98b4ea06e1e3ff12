package io.vedette.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTest {

    private static Seen seen(String camera, long sequence, double age) {
        return new Seen(camera, sequence, 1000, 1000 + age / 2, 1000 + age, 1000 + age + 3);
    }

    private static Output output(Seen... seen) {
        return new Output(List.of("a", "b"), 2, List.of(seen));
    }

    @Test
    void framesBetweenOthersOfTheirCameraAreMissed() {
        Output output = output(seen("a", 7, 1), seen("b", 100, 1), seen("a", 10, 1));

        assertThat(output.missing()).isEqualTo(2);
    }

    @Test
    void aCameraOfWhichNothingCameIsCounted() {
        assertThat(output(seen("b", 1, 1), seen("b", 2, 1)).counts())
                .isEqualTo(Map.of("a", 0L, "b", 2L));
    }

    @Test
    void theRateIsOfTheWholeTime() {
        assertThat(output(seen("a", 1, 1), seen("a", 2, 1), seen("b", 1, 1)).perSecond())
                .isEqualTo(1.5);
    }

    @Test
    void agesCountFromCaptureAndLatenciesFromArrival() {
        Output output = output(seen("a", 1, 20));

        assertThat(output.ages(Seen::age).p50()).isEqualTo(20);
        assertThat(output.ages(Seen::latency).p50()).isEqualTo(10);
        assertThat(output.ages(Seen::deliveredAge).p50()).isEqualTo(23);
    }
}
