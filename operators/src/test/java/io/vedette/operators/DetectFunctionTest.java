package io.vedette.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.operators.DetectFunction.Numbering;
import io.vedette.operators.inference.BatchSettings;
import io.vedette.operators.inference.Harnesses;
import io.vedette.operators.inference.InferenceSettings;
import io.vedette.schema.Frame;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DetectFunctionTest {

    private static final Instant START = Instant.parse("2026-11-23T06:45:24.123456Z");

    @Test
    void givesOneResultForEveryFrameAlsoWhenNothingWasSeen() throws Exception {
        try (var harness = harness(Numbering.CONTINUED, null)) {
            harness.processElement(frame("gate-1", 0, FakeDetector.PERSON), 1_000);
            harness.processElement(frame("gate-1", 1, FakeDetector.NOTHING), 1_040);
            harness.endInput();

            assertThat(harness.getRecordOutput())
                    .extracting(StreamRecord::getTimestamp)
                    .containsExactly(1_000L, 1_040L);
            List<FrameResult> results = results(harness);
            assertThat(results.get(0).detections()).containsExactly(FakeDetector.A_PERSON);
            assertThat(results.get(1).detections()).isEmpty();
        }
    }

    @Test
    void saysWhichFrameAndModelAResultIsOf() throws Exception {
        try (var harness = harness(Numbering.CONTINUED, null)) {
            harness.processElement(frame("gate-1", 7, FakeDetector.PERSON), 1_000);
            harness.endInput();

            FrameResult result = results(harness).get(0);

            assertThat(result.camera()).isEqualTo("gate-1");
            assertThat(result.sequence()).isEqualTo(7);
            assertThat(result.capturedAt()).isEqualTo(START.plusMillis(7));
            assertThat(result.width()).isEqualTo(64);
            assertThat(result.height()).isEqualTo(48);
            assertThat(result.model()).isEqualTo(FakeDetector.MODEL);
            assertThat(result.latencyMs().total()).isPositive();
        }
    }

    @Test
    void aFrameThatCarriesItsPictureGivesASnapshotWithItsOwnResult() throws Exception {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, 1};
        try (var harness = harness(Numbering.CONTINUED, null)) {
            harness.processElement(frame("gate-1", 0, FakeDetector.PERSON), 0);
            harness.processElement(frame("gate-1", 1, FakeDetector.PERSON, jpeg), 0);
            harness.processElement(frame("gate-1", 2, FakeDetector.NOTHING), 0);
            harness.endInput();

            FrameResult second = results(harness).get(1);
            assertThat(second.sequence()).isEqualTo(1);
            assertThat(harness.getSideOutput(DetectFunction.PICTURES))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new Snapshot(second, jpeg));
        }
    }

    @Test
    void aFrameWithoutAnyPictureOrResultGivesNoSnapshot() throws Exception {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, 1};
        try (var harness = harness(Numbering.CONTINUED, null)) {
            harness.processElement(frame("gate-1", 0, FakeDetector.PERSON), 0);
            harness.processElement(frame("gate-1", 1, FakeDetector.FAILS, jpeg), 0);
            harness.endInput();

            assertThat(results(harness)).hasSize(1);
            assertThat(harness.getSideOutput(DetectFunction.PICTURES)).isNullOrEmpty();
        }
    }

    @Test
    void sendsAFrameThatFailsToTheDeadLettersAndKeepsTheRestOfItsBatch() throws Exception {
        try (var harness = harness(Numbering.CONTINUED, null)) {
            harness.processElement(frame("gate-1", 0, FakeDetector.PERSON), 0);
            harness.processElement(frame("gate-2", 0, FakeDetector.FAILS), 0);
            harness.processElement(frame("gate-3", 0, FakeDetector.PERSON), 0);
            harness.endInput();

            assertThat(results(harness))
                    .extracting(FrameResult::camera)
                    .containsExactly("gate-1", "gate-3");
            assertThat(harness.getSideOutput(DetectFunction.DEAD_LETTERS))
                    .extracting(StreamRecord::getValue)
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.camera()).isEqualTo("gate-2");
                                assertThat(letter.stage()).isEqualTo("detect");
                                assertThat(letter.reason()).isEqualTo("the fake fails");
                                assertThat(letter.capturedAt()).isEqualTo(START);
                            });
        }
    }

    @Test
    void continuesALiveSequenceAfterARestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(Numbering.CONTINUED, null)) {
            harness.processElement(frame("gate-1", 41, FakeDetector.PERSON), 0);
            harness.prepareSnapshotPreBarrier(1);
            snapshot = harness.snapshot(1, 1);
        }

        try (var harness = harness(Numbering.CONTINUED, snapshot)) {
            harness.processElement(frame("gate-1", 0, FakeDetector.PERSON), 0);
            harness.endInput();

            assertThat(results(harness)).extracting(FrameResult::sequence).containsExactly(43L);
        }
    }

    @Test
    void leavesASequenceThatWasNumberedOnceAsItIs() throws Exception {
        try (var harness = harness(Numbering.AS_GIVEN, null)) {
            harness.processElement(frame("gate-1", 41, FakeDetector.PERSON), 0);
            harness.processElement(frame("gate-1", 0, FakeDetector.PERSON), 0);
            harness.endInput();

            assertThat(results(harness)).extracting(FrameResult::sequence).containsExactly(41L, 0L);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Frame, FrameResult> harness(
            Numbering numbering, OperatorSubtaskState state) throws Exception {
        var harness =
                Harnesses.of(
                        new FakeDetector.Factory(),
                        new DetectFunction(FakeDetector.MODEL, numbering),
                        InferenceSettings.of(BatchSettings.of(3, Duration.ofMillis(5))),
                        Frame::camera,
                        Types.STRING);
        TypeInformation<FrameResult> type = TypeInformation.of(FrameResult.class);
        harness.setup(type.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static List<FrameResult> results(
            KeyedOneInputStreamOperatorTestHarness<String, Frame, FrameResult> harness) {
        return harness.getRecordOutput().stream().map(StreamRecord::getValue).toList();
    }

    private static Frame frame(String camera, long sequence, byte content) {
        return frame(camera, sequence, content, null);
    }

    private static Frame frame(String camera, long sequence, byte content, byte[] picture) {
        Instant capturedAt = START.plusMillis(sequence);
        return new Frame(
                camera,
                sequence,
                capturedAt,
                capturedAt,
                64,
                48,
                FakeDetector.raster(content),
                picture);
    }
}
