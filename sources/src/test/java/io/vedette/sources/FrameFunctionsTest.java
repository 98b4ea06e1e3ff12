package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.DeadLetter;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.Share;
import io.vedette.sources.ffmpeg.TestPictures;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class FrameFunctionsTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:45:24.123456Z");
    private static final RasterSpec SPEC =
            new RasterSpec(32, 32, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);

    @Test
    void framesGoOnAndMalformedRecordsGoToTheSide() throws Exception {
        DeadLetter letter = new DeadLetter("gate", "read", "why", AT, null, "frames-0@1", null);
        Frame frame = frame(64, 48, new byte[] {1});
        try (OneInputStreamOperatorTestHarness<IncomingFrame, Frame> harness =
                ProcessFunctionTestHarnesses.forProcessFunction(new SplitIncomingFunction())) {

            harness.processElement(new IncomingFrame(frame, null), 1);
            harness.processElement(new IncomingFrame(null, letter), 2);

            assertThat(harness.extractOutputValues()).containsExactly(frame);
            assertThat(harness.getSideOutput(SplitIncomingFunction.DEAD_LETTERS))
                    .singleElement()
                    .extracting("value")
                    .isEqualTo(letter);
        }
    }

    @Test
    void aJpegBecomesTheRasterOfTheModel() throws Exception {
        Frame frame = frame(64, 48, TestPictures.jpeg(64, 48));
        try (OneInputStreamOperatorTestHarness<Frame, Frame> harness = decoding(null)) {

            harness.processElement(frame, 1);

            Frame decoded = harness.extractOutputValues().get(0);
            assertThat(decoded.raster().fits(SPEC)).isTrue();
            assertThat(decoded.raster().placement()).isEqualTo(SPEC.place(64, 48));
            assertThat(decoded.picture()).isNull();
        }
    }

    @Test
    void thePictureStaysWhenAskedFor() throws Exception {
        Frame frame = frame(64, 48, TestPictures.jpeg(64, 48));
        try (OneInputStreamOperatorTestHarness<Frame, Frame> harness = decoding(Duration.ZERO)) {

            harness.processElement(frame, 1);

            assertThat(harness.extractOutputValues().get(0).picture()).isEqualTo(frame.picture());
        }
    }

    @Test
    void aDecodedFrameHasTheShareOfItsCamera() throws Exception {
        byte[] jpeg = TestPictures.jpeg(64, 48);
        Frame frame = new Frame("gate", 1, AT, AT, 64, 48, null, jpeg, new Share(2, 3));
        try (OneInputStreamOperatorTestHarness<Frame, Frame> harness = decoding(null)) {

            harness.processElement(frame, 1);

            assertThat(harness.extractOutputValues().get(0).share()).isEqualTo(new Share(2, 3));
        }
    }

    @Test
    void ofEachCameraOnePictureStaysPerInterval() throws Exception {
        byte[] jpeg = TestPictures.jpeg(64, 48);
        try (OneInputStreamOperatorTestHarness<Frame, Frame> harness =
                decoding(Duration.ofSeconds(1))) {

            for (int millis : new int[] {0, 999, 1000, 1001}) {
                harness.processElement(frame("gate", AT.plusMillis(millis), jpeg), 1);
            }
            harness.processElement(frame("yard", AT.plusMillis(1), jpeg), 1);

            assertThat(harness.extractOutputValues())
                    .extracting(frame -> frame.picture() != null)
                    .containsExactly(true, false, true, false, true);
        }
    }

    @Test
    void framesThatCannotBeDecodedGoToTheSideAndNothingElseIsLost() throws Exception {
        byte[] jpeg = TestPictures.jpeg(64, 48);
        try (OneInputStreamOperatorTestHarness<Frame, Frame> harness = decoding(null)) {

            harness.processElement(frame(64, 48, "no picture".getBytes()), 1);
            harness.processElement(frame(640, 480, jpeg), 2);
            harness.processElement(frame(64, 48, null), 3);
            harness.processElement(frame(64, 48, jpeg), 4);

            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(harness.getSideOutput(DecodeJpegFunction.DEAD_LETTERS))
                    .extracting(record -> record.getValue().reason())
                    .containsExactly(
                            "not a JPEG: it does not begin with the marker FF D8",
                            "the picture must be 640 x 480, as the frame says, but is 64 x 48",
                            "the frame carries no picture");
        }
    }

    private static OneInputStreamOperatorTestHarness<Frame, Frame> decoding(
            Duration pictureInterval) throws Exception {
        return ProcessFunctionTestHarnesses.forProcessFunction(
                new DecodeJpegFunction(SPEC, pictureInterval));
    }

    private static Frame frame(int width, int height, byte[] picture) {
        return new Frame("gate", 1, AT, AT, width, height, null, picture);
    }

    private static Frame frame(String camera, Instant capturedAt, byte[] picture) {
        return new Frame(camera, 1, capturedAt, AT, 64, 48, null, picture);
    }
}
