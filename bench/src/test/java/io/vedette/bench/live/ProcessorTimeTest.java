package io.vedette.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    @Test
    void halfOfTheTimeIsHalfOfACore() {
        ProcessorTime before = new ProcessorTime(1_000_000, 5_000_000);

        assertThat(new ProcessorTime(2_000_000, 7_000_000).coresSince(before)).isEqualTo(0.5);
    }

    @Test
    void thisProcessHasTakenSome() {
        assertThat(ProcessorTime.of(ProcessHandle.current()).nanos()).isPositive();
    }
}
