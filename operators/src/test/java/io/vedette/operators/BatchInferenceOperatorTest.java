package io.vedette.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class BatchInferenceOperatorTest {

    private static final BatchSettings BY_SIZE_OF_3 = new BatchSettings(3, Duration.ofHours(1), 6);

    @Test
    void batchesAcrossKeysBySize() throws Exception {
        FakeInference inference = FakeInference.open();
        try (InferenceHarness harness = InferenceHarness.of(inference, BY_SIZE_OF_3)) {

            harness.send("a1", "b1", "c1").untilOutputs(3);

            assertThat(inference.batches).containsExactly(List.of("a1", "b1", "c1"));
            assertThat(harness.results()).containsExactly("A1 #1", "B1 #1", "C1 #1");
        }
    }

    @Test
    void startsAPartialBatchWhenItsFirstElementHasWaitedLongEnough() throws Exception {
        FakeInference inference = FakeInference.open();
        BatchSettings settings = new BatchSettings(3, Duration.ofMillis(5), 6);
        try (InferenceHarness harness = InferenceHarness.of(inference, settings)) {
            harness.flink.setProcessingTime(100);
            harness.send("a1");
            harness.flink.setProcessingTime(103);
            harness.send("b1");
            harness.flink.setProcessingTime(104);
            assertThat(inference.batches).isEmpty();

            harness.flink.setProcessingTime(105);
            harness.untilOutputs(2);

            assertThat(inference.batches).containsExactly(List.of("a1", "b1"));
            assertThat(harness.flink.numProcessingTimeTimers()).isZero();
        }
    }

    @Test
    void neverWaitsWithoutADelay() throws Exception {
        FakeInference inference = FakeInference.open();
        BatchSettings settings = new BatchSettings(3, Duration.ZERO, 6);
        try (InferenceHarness harness = InferenceHarness.of(inference, settings)) {

            harness.send("a1", "a2").untilOutputs(2);

            assertThat(inference.batches).containsExactly(List.of("a1"), List.of("a2"));
        }
    }

    @Test
    void makesBatchesNoLargerThanTheModelTakes() throws Exception {
        FakeInference inference = FakeInference.openWithMaxBatch(1);
        try (InferenceHarness harness = InferenceHarness.of(inference, BY_SIZE_OF_3)) {

            harness.send("a1", "b1").untilOutputs(2);

            assertThat(inference.batches).containsExactly(List.of("a1"), List.of("b1"));
        }
    }

    @Test
    void keepsTheOrderOfEachKeyAndTheTimestamps() throws Exception {
        FakeInference inference = FakeInference.open();
        try (InferenceHarness harness =
                InferenceHarness.of(inference, new BatchSettings(4, Duration.ofHours(1), 8))) {
            String[] elements =
                    IntStream.range(0, 400)
                            .mapToObj(i -> (i % 3 == 0 ? "a" : "b") + i)
                            .toArray(String[]::new);

            harness.send(elements).untilOutputs(400);

            for (String key : List.of("A", "B")) {
                assertThat(harness.flink.getRecordOutput())
                        .filteredOn(record -> record.getValue().startsWith(key))
                        .extracting(StreamRecord::getTimestamp)
                        .isSorted()
                        .allMatch(timestamp -> timestamp >= 0);
            }
            assertThat(harness.results()).doesNotHaveDuplicates().contains("A399 #134");
        }
    }

    @Test
    void holdsNoMoreThanItsCapacity() throws Exception {
        FakeInference inference = FakeInference.gated();
        BatchSettings settings = new BatchSettings(1, Duration.ZERO, 2);
        try (InferenceHarness harness = InferenceHarness.of(inference, settings)) {
            harness.send("a1", "a2");
            assertThat(harness.results()).isEmpty();

            inference.letThrough(1);
            harness.send("a3"); // waits for room

            assertThat(harness.results()).containsExactly("A1 #1");
            inference.letThrough(2);
            harness.untilOutputs(3);
        }
    }

    @Test
    void startsAPartialBatchRatherThanWaitForeverWhenItIsFull() throws Exception {
        FakeInference inference = FakeInference.openWithMaxBatch(4);
        BatchSettings settings = new BatchSettings(4, Duration.ofHours(1), 4);
        try (InferenceHarness harness = InferenceHarness.of(inference, settings)) {

            harness.send("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9");

            harness.untilOutputs(8);
        }
    }

    @Test
    void holdsWatermarksUntilAllOlderElementsAreOut() throws Exception {
        FakeInference inference = FakeInference.gated();
        BatchSettings settings = new BatchSettings(2, Duration.ofHours(1), 6);
        try (InferenceHarness harness = InferenceHarness.of(inference, settings)) {
            harness.flink.processWatermark(5);
            harness.send("a10", "b11");
            harness.flink.processWatermark(11);
            harness.send("a12", "b13");
            harness.flink.processWatermarkStatus(WatermarkStatus.IDLE);
            assertThat(harness.output()).containsExactly(5L);

            inference.letThrough(1);
            harness.untilOutputs(2);
            assertThat(harness.output()).containsExactly(5L, "A10 #1", "B11 #1", 11L);
            inference.letThrough(1);
            harness.untilOutputs(4);

            assertThat(harness.output())
                    .containsExactly(
                            5L, "A10 #1", "B11 #1", 11L, "A12 #2", "B13 #2", WatermarkStatus.IDLE);
        }
    }

    @Test
    void drainsBeforeTheBarrierSoThatACheckpointHoldsNoElement() throws Exception {
        FakeInference inference = FakeInference.open();
        try (InferenceHarness harness = InferenceHarness.of(inference, BY_SIZE_OF_3)) {
            harness.send("a1", "b1");

            harness.flink.prepareSnapshotPreBarrier(1);

            assertThat(harness.results()).containsExactly("A1 #1", "B1 #1");
            harness.flink.snapshot(1, 1);
        }
    }

    @Test
    void drainsAtTheEndOfInput() throws Exception {
        FakeInference inference = FakeInference.open();
        try (InferenceHarness harness = InferenceHarness.of(inference, BY_SIZE_OF_3)) {
            harness.send("a1", "a2");

            harness.flink.endInput();

            assertThat(harness.results()).containsExactly("A1 #1", "A2 #2");
        }
    }

    @Test
    void goesOnWithItsStateWhenRescaledFromOneToTwo() throws Exception {
        OperatorSubtaskState snapshot;
        try (InferenceHarness one = InferenceHarness.of(FakeInference.open(), BY_SIZE_OF_3)) {
            one.send("a1", "b1", "c1", "d1", "e1", "a2");
            one.flink.prepareSnapshotPreBarrier(1);
            snapshot = one.flink.snapshot(1, 1);
        }

        List<String> results =
                IntStream.range(0, 2)
                        .mapToObj(subtask -> goOn(snapshot, subtask))
                        .flatMap(List::stream)
                        .toList();

        assertThat(results).containsExactlyInAnyOrder("A3 #3", "B3 #2", "C3 #2", "D3 #2", "E3 #2");
    }

    @Test
    void givesAFailedElementToTheFunctionAndLosesNoOther() throws Exception {
        FakeInference inference = FakeInference.open();
        try (InferenceHarness harness = InferenceHarness.of(inference, BY_SIZE_OF_3)) {

            harness.send("a1", "bad1", "c1").untilOutputs(2);

            assertThat(harness.results()).containsExactly("A1 #1", "C1 #1");
            assertThat(harness.flink.getSideOutput(FakeInference.FAILED))
                    .extracting(StreamRecord::getValue)
                    .containsExactly("cannot infer bad1");
        }
    }

    @Test
    void failsTheTaskWhenNoElementIsToBlame() throws Exception {
        try (InferenceHarness harness =
                InferenceHarness.of(FakeInference.open(), new BatchSettings(1, Duration.ZERO, 2))) {
            harness.send("fatal1");

            assertThatThrownBy(() -> harness.until(() -> false))
                    .hasStackTraceContaining("inference failed fatally");
        }
    }

    @Test
    void failsTheTaskWhenAFunctionLosesResults() throws Exception {
        try (InferenceHarness harness =
                InferenceHarness.of(FakeInference.open(), new BatchSettings(1, Duration.ZERO, 2))) {
            harness.send("lost1");

            assertThatThrownBy(() -> harness.until(() -> false))
                    .hasStackTraceContaining("must give as many results but gave 0");
        }
    }

    @Test
    void loadsInfersAndClosesOnOneThread() throws Exception {
        FakeInference inference = FakeInference.open();
        try (InferenceHarness harness = InferenceHarness.of(inference, BY_SIZE_OF_3)) {
            harness.send("a1", "b1", "c1", "d1");
            harness.flink.endInput();
        }

        assertThat(inference.calls)
                .extracting(FakeInference.Call::method)
                .containsExactly("load", "infer", "infer", "close");
        assertThat(inference.calls)
                .extracting(FakeInference.Call::thread)
                .containsOnly(inference.calls.get(0).thread())
                .doesNotContain(Thread.currentThread());
    }

    @Test
    void closesTheFunctionOnlyAfterTheInferenceThatRuns() throws Exception {
        FakeInference inference = FakeInference.gated();
        InferenceThread<String, String> thread = new InferenceThread<>("test", inference);
        AtomicReference<Boolean> closedWhenDone = new AtomicReference<>();
        thread.submit(
                List.of("a1"),
                (outcomes, span) -> closedWhenDone.set(inference.isClosed()),
                error -> {});

        CompletableFuture<Void> closing =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                thread.close();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        inference.letThrough(1);
        closing.join();

        assertThat(closedWhenDone).hasValue(false);
        assertThat(inference.isClosed()).isTrue();
    }

    private static List<String> goOn(OperatorSubtaskState snapshot, int subtask) {
        try {
            OperatorSubtaskState part =
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            snapshot, InferenceHarness.MAX_PARALLELISM, 1, 2, subtask);
            try (InferenceHarness harness =
                    InferenceHarness.restored(
                            FakeInference.open(), BY_SIZE_OF_3, part, 2, subtask)) {
                for (String key : List.of("a", "b", "c", "d", "e")) {
                    if (owner(key) == subtask) {
                        harness.send(key + 3);
                    }
                }
                harness.flink.endInput();
                return harness.results();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int owner(String key) {
        return org.apache.flink.runtime.state.KeyGroupRangeAssignment.assignKeyToParallelOperator(
                key, InferenceHarness.MAX_PARALLELISM, 2);
    }
}
