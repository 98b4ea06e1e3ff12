package io.vedette.job;

import static io.vedette.job.Results.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.FrameResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

class StoreWriterTest {

    private static final SinkWriter.Context CONTEXT =
            new SinkWriter.Context() {
                @Override
                public long currentWatermark() {
                    return Long.MIN_VALUE;
                }

                @Override
                public Long timestamp() {
                    return null;
                }
            };

    private final List<List<FrameResult>> stored = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final TestProcessingTimeService clock = new TestProcessingTimeService();
    private final StoreWriter<FrameResult> writer =
            new StoreWriter<>(
                    () -> closed.add("store"), stored::add, 3, Duration.ofMillis(200), clock);

    @Test
    void resultsWaitForOthers() {
        write(1, 2);

        assertThat(stored).isEmpty();
    }

    @Test
    void aFullBatchIsWrittenAtOnceAndInOrder() {
        write(1, 2, 3, 4);

        assertThat(stored).containsExactly(List.of(result(1), result(2), result(3)));
    }

    @Test
    void theFirstResultWaitsNoLongerThanTheDelay() throws Exception {
        clock.setCurrentTime(1000);
        write(1);
        clock.setCurrentTime(1100);
        write(2);

        clock.setCurrentTime(1199);
        assertThat(stored).isEmpty();
        clock.setCurrentTime(1200);

        assertThat(stored).containsExactly(List.of(result(1), result(2)));
    }

    @Test
    void eachDelayBeginsWithAResult() throws Exception {
        write(1);
        clock.setCurrentTime(200);
        clock.setCurrentTime(5000);
        write(2);

        clock.setCurrentTime(5199);
        assertThat(stored).hasSize(1);
        clock.setCurrentTime(5200);

        assertThat(stored).hasSize(2);
    }

    @Test
    void aDelayThatEndsWithNothingGatheredWritesNothing() throws Exception {
        write(1, 2, 3);

        clock.setCurrentTime(10_000);

        assertThat(stored).hasSize(1);
    }

    @Test
    void everythingIsWrittenBeforeACheckpoint() {
        write(1, 2);

        writer.flush(false);

        assertThat(stored).containsExactly(List.of(result(1), result(2)));
    }

    @Test
    void closingClosesTheStore() {
        writer.close();

        assertThat(closed).containsExactly("store");
    }

    @Test
    void whatTheStoreRefusesIsNotForgotten() {
        StoreWriter<FrameResult> refused =
                new StoreWriter<>(
                        () -> {},
                        results -> {
                            throw new IllegalStateException("The store is away.");
                        },
                        1,
                        Duration.ZERO,
                        clock);

        assertThatThrownBy(() -> refused.write(result(1), CONTEXT))
                .hasMessage("The store is away.");
        assertThatThrownBy(() -> refused.flush(false)).hasMessage("The store is away.");
    }

    private void write(long... sequences) {
        for (long sequence : sequences) {
            writer.write(result(sequence), CONTEXT);
        }
    }
}
