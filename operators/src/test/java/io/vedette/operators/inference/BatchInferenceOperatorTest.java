package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class BatchInferenceOperatorTest {

    private static final InferenceSettings BY_3 =
            InferenceSettings.of(BatchSettings.of(3, Duration.ofHours(1)));
    private static final InferenceSettings ONE_BY_ONE =
            InferenceSettings.of(BatchSettings.of(1, Duration.ZERO));

    @Test
    void takesAtOnceWhatIsThereAndGathersWhileItIsBusy() throws Exception {
        FakeEngines engines = FakeEngines.gated();
        try (InferenceHarness harness = InferenceHarness.of(engines, BY_3)) {
            harness.send("a1");
            engines.awaitFirstRun();
            harness.send("a2", "b1", "c1", "d1");

            engines.letThrough(3);
            harness.untilOutputs(5);

            assertThat(engines.batches)
                    .containsExactly(List.of("a1"), List.of("b1", "c1", "d1"), List.of("a2"));
            assertThat(harness.flink.numProcessingTimeTimers()).isZero();
        }
    }

    @Test
    void makesBatchesNoLargerThanTheModelTakes() throws Exception {
        FakeEngines engines = FakeEngines.open().withMaxBatch(1);
        try (InferenceHarness harness = InferenceHarness.of(engines, BY_3)) {

            harness.send("a1", "b1").untilOutputs(2);

            assertThat(engines.batches).containsExactly(List.of("a1"), List.of("b1"));
        }
    }

    @Test
    void keepsTheOrderOfEachKeyAndTheTimestamps() throws Exception {
        FakeEngines engines = FakeEngines.open();
        try (InferenceHarness harness =
                InferenceHarness.of(
                        engines, InferenceSettings.of(BatchSettings.of(4, Duration.ofHours(1))))) {
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
        FakeEngines engines = FakeEngines.gated();
        InferenceSettings settings = ONE_BY_ONE.withCapacity(2);
        try (InferenceHarness harness = InferenceHarness.of(engines, settings)) {
            harness.send("a1", "a2");
            assertThat(harness.results()).isEmpty();

            engines.letThrough(1);
            harness.send("a3"); // waits for room

            assertThat(harness.results()).containsExactly("A1 #1");
            engines.letThrough(2);
            harness.untilOutputs(3);
        }
    }

    @Test
    void holdsWatermarksUntilAllOlderElementsAreOut() throws Exception {
        FakeEngines engines = FakeEngines.gated();
        try (InferenceHarness harness = InferenceHarness.of(engines, BY_3)) {
            harness.flink.processWatermark(5);
            harness.send("a10", "b11");
            harness.flink.processWatermark(11);
            harness.send("a12", "b13");
            harness.flink.processWatermarkStatus(WatermarkStatus.IDLE);
            assertThat(harness.output()).containsExactly(5L);

            engines.letThrough(4);
            harness.untilOutputs(4);

            assertThat(harness.output())
                    .startsWith(5L)
                    .containsSubsequence("A10 #1", 11L)
                    .containsSubsequence("B11 #1", 11L)
                    .endsWith(WatermarkStatus.IDLE);
        }
    }

    @Test
    void drainsBeforeTheBarrierSoThatACheckpointHoldsNoElement() throws Exception {
        FakeEngines engines = FakeEngines.open();
        try (InferenceHarness harness = InferenceHarness.of(engines, BY_3)) {
            harness.send("a1", "b1");

            harness.flink.prepareSnapshotPreBarrier(1);

            assertThat(harness.results()).containsExactly("A1 #1", "B1 #1");
            harness.flink.snapshot(1, 1);
        }
    }

    @Test
    void drainsAtTheEndOfInput() throws Exception {
        FakeEngines engines = FakeEngines.open();
        try (InferenceHarness harness = InferenceHarness.of(engines, BY_3)) {
            harness.send("a1", "a2");

            harness.flink.endInput();

            assertThat(harness.results()).containsExactly("A1 #1", "A2 #2");
        }
    }

    @Test
    void goesOnWithItsStateWhenRescaledFromOneToTwo() throws Exception {
        OperatorSubtaskState snapshot;
        try (InferenceHarness one = InferenceHarness.of(FakeEngines.open(), BY_3)) {
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
    void failsTheTaskWhenNoElementIsToBlame() throws Exception {
        try (InferenceHarness harness = InferenceHarness.of(FakeEngines.open(), ONE_BY_ONE)) {
            harness.send("fatal1");

            assertThatThrownBy(() -> harness.until(() -> false))
                    .hasStackTraceContaining("inference failed fatally");
        }
    }

    @Test
    void failsTheTaskWhenAFunctionLosesResults() throws Exception {
        try (InferenceHarness harness = InferenceHarness.of(FakeEngines.open(), ONE_BY_ONE)) {
            harness.send("lost1");

            assertThatThrownBy(() -> harness.until(() -> false))
                    .hasStackTraceContaining("must give as many results but gave 0");
        }
    }

    @Test
    void givesAFailedElementToTheFunctionAndLosesNoOther() throws Exception {
        FakeEngines engines = FakeEngines.gated();
        try (InferenceHarness harness = InferenceHarness.of(engines, BY_3)) {
            harness.send("z1");
            engines.awaitFirstRun();
            harness.send("a1", "bad1", "c1");

            engines.letThrough(5);
            harness.untilOutputs(3);

            assertThat(harness.results()).containsExactly("Z1 #1", "A1 #1", "C1 #1");
            assertThat(harness.failures()).containsExactly("bad1: cannot infer bad1");
        }
    }

    @Test
    void makesRunsAndClosesAnEngineOnOneThread() throws Exception {
        FakeEngines engines = FakeEngines.open();
        try (InferenceHarness harness = InferenceHarness.of(engines, BY_3)) {
            harness.send("a1", "b1", "c1", "d1");
            harness.flink.endInput();
        }

        assertThat(engines.calls).extracting(FakeEngines.Call::method).startsWith("create");
        assertThat(engines.calls).extracting(FakeEngines.Call::method).endsWith("close");
        assertThat(engines.calls)
                .extracting(FakeEngines.Call::thread)
                .containsOnly(engines.calls.get(0).thread())
                .doesNotContain(Thread.currentThread());
    }

    @Test
    void givesUpARunThatHangsAndTriesWhatSharedItsBatchAgain() throws Exception {
        FakeEngines engines = FakeEngines.gated();
        InferenceSettings settings = BY_3.withTimeout(Duration.ofMillis(300));
        try (InferenceHarness harness = InferenceHarness.of(engines, settings)) {
            harness.send("z1");
            engines.awaitFirstRun();
            harness.send("a1", "hang1", "c1");

            engines.letThrough(100);
            harness.untilOutputs(3);
            harness.until(() -> !harness.failures().isEmpty());

            assertThat(harness.results()).containsExactlyInAnyOrder("Z1 #1", "A1 #1", "C1 #1");
            assertThat(harness.failures())
                    .containsExactly("hang1: Inference did not return within 300 ms.");
            engines.letGo();
            await().until(() -> engines.open.get() == 1);
        }
        assertThat(engines.open).hasValue(0);
    }

    @Test
    void takesAModelThatOnlyFailsOutOfServiceUntilItAnswersAgain() throws Exception {
        FakeEngines engines = FakeEngines.open();
        InferenceSettings settings =
                ONE_BY_ONE.withBreaker(
                        new BreakerSettings(3, Duration.ofMillis(50), Duration.ofMillis(50)));
        try (InferenceHarness harness = InferenceHarness.of(engines, settings)) {
            engines.breakDown(true);
            harness.send("a1", "a2", "a3");
            harness.until(() -> harness.failures().size() == 3);
            harness.send("a4");
            harness.until(() -> harness.failures().size() == 4);
            engines.breakDown(false);

            harness.send("a5", "a6").untilOutputs(2);

            assertThat(harness.results()).containsExactly("A5 #1", "A6 #2");
            assertThat(engines.count("create")).isGreaterThan(1);
        }
    }

    @Test
    void letsNobodyWaitForAModelOutOfServiceLongerThanTheTimeout() throws Exception {
        FakeEngines engines = FakeEngines.open();
        InferenceSettings settings =
                ONE_BY_ONE
                        .withBreaker(
                                new BreakerSettings(1, Duration.ofHours(1), Duration.ofHours(1)))
                        .withTimeout(Duration.ofMillis(50));
        try (InferenceHarness harness = InferenceHarness.of(engines, settings)) {
            harness.send("bad1");
            harness.until(() -> harness.failures().size() == 1);
            harness.send("a1");

            harness.flink.prepareSnapshotPreBarrier(1);

            assertThat(harness.failures())
                    .last()
                    .asString()
                    .startsWith("a1: Model 'fake-")
                    .contains("is out of service", "cannot infer bad1");
        }
    }

    @Test
    void halvesABatchThatDoesNotFitIntoTheDevice() throws Exception {
        FakeEngines engines = FakeEngines.gated().withRoomFor(2);
        InferenceSettings settings = InferenceSettings.of(BatchSettings.of(8, Duration.ZERO));
        try (InferenceHarness harness = InferenceHarness.of(engines, settings)) {
            harness.send("z1");
            engines.awaitFirstRun();
            harness.send("a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1");

            engines.letThrough(100);
            harness.untilOutputs(9);
            harness.send("a2", "b2", "c2").untilOutputs(12);

            assertThat(harness.failures()).isEmpty();
            assertThat(engines.batches.subList(8, engines.batches.size()))
                    .allMatch(batch -> batch.size() <= 2);
        }
    }

    private static List<String> goOn(OperatorSubtaskState snapshot, int subtask) {
        try {
            OperatorSubtaskState part =
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            snapshot, InferenceHarness.MAX_PARALLELISM, 1, 2, subtask);
            try (InferenceHarness harness =
                    InferenceHarness.restored(FakeEngines.open(), BY_3, part, 2, subtask)) {
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
