package io.vedette.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

    private static final Duration BRIEF = Duration.ofMillis(20);

    private final AtomicInteger open = new AtomicInteger();

    @Test
    void countsWhatAllWorkersDo() throws Exception {
        Sample sample = Crew.measure("adding", 2, () -> worker(() -> 3), BRIEF, BRIEF);

        assertThat(sample.fps()).isPositive();
        assertThat(open).hasValue(0);
    }

    @Test
    void aWorkerThatFailsEndsTheMeasurement() {
        Step broken =
                () -> {
                    throw new IOException("no more pictures");
                };

        assertThatThrownBy(
                        () ->
                                Crew.measure(
                                        "reading",
                                        2,
                                        () -> worker(broken),
                                        BRIEF,
                                        Duration.ofMinutes(1)))
                .isInstanceOf(IOException.class)
                .hasMessage("reading: java.io.IOException: no more pictures");
        assertThat(open).hasValue(0);
    }

    @Test
    void aWorkerThatCannotBeMadeEndsTheMeasurement() {
        assertThatThrownBy(
                        () ->
                                Crew.measure(
                                        "loading",
                                        1,
                                        () -> {
                                            throw new IOException("no model");
                                        },
                                        BRIEF,
                                        Duration.ofMinutes(1)))
                .hasMessage("loading: java.io.IOException: no model");
    }

    private interface Step {
        int run() throws IOException;
    }

    private Worker worker(Step step) {
        open.incrementAndGet();
        return new Worker() {
            @Override
            public int step() throws IOException {
                return step.run();
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
