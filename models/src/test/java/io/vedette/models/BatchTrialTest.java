package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BatchTrialTest {

    @Test
    void aProcessorIsTriedWithThreeFramesOnly() {
        FakeDetector detector = new FakeDetector(64, 64);

        BatchTrial trial = BatchTrial.of(detector, 1, false);

        assertThat(detector.tried).containsExactly(3);
        assertThat(trial.batch()).isEqualTo(1);
        assertThat(trial.warning()).isEmpty();
    }

    @Test
    void aProcessorIsTriedWithTheBatchThatIsWanted() {
        FakeDetector detector = new FakeDetector(64, 64);

        BatchTrial trial = BatchTrial.of(detector, 8, false);

        assertThat(detector.tried).containsExactly(8);
        assertThat(trial.batch()).isEqualTo(8);
    }

    @Test
    void aGraphOfOneFrameIsTriedWithOne() {
        FakeDetector detector = new FakeDetector(1, 64);

        assertThat(BatchTrial.of(detector, 1, false).batch()).isEqualTo(1);
        assertThat(detector.tried).containsExactly(1);
    }

    @Test
    void aGpuIsTriedWithEverySizeTheLargestFirst() {
        FakeDetector detector = new FakeDetector(64, 64);

        BatchTrial trial = BatchTrial.of(detector, 16, true);

        assertThat(detector.tried).containsExactly(16, 8, 4, 2);
        assertThat(trial).isEqualTo(new BatchTrial(16, Optional.empty()));
    }

    @Test
    void sizesAreThePowersOfTwoAndTheLargest() {
        assertThat(BatchTrial.sizes(1)).containsExactly(1);
        assertThat(BatchTrial.sizes(2)).containsExactly(2);
        assertThat(BatchTrial.sizes(3)).containsExactly(3, 2);
        assertThat(BatchTrial.sizes(24)).containsExactly(24, 16, 8, 4, 2);
    }

    @Test
    void whatDoesNotFitIntoTheMemoryIsNotPreferred() {
        FakeDetector detector = new FakeDetector(64, 5);

        BatchTrial trial = BatchTrial.of(detector, 16, true);

        assertThat(detector.tried).containsExactly(16, 8, 4, 2);
        assertThat(trial.batch()).isEqualTo(4);
        assertThat(trial.warning())
                .hasValue("batches of 8 frames do not fit into its memory: too much");
    }

    @Test
    void otherFailuresAreNotPassedOver() {
        FakeDetector detector = new FakeDetector(64, 64);
        detector.failsAt = 4;

        assertThatThrownBy(() -> BatchTrial.of(detector, 8, true))
                .isInstanceOf(DetectionException.class)
                .hasMessage("broken");
    }

    /** A detector whose memory takes so many frames, or that fails with a number of them. */
    private static final class FakeDetector implements Detector {

        private final int maxBatch;
        private final int room;
        private final List<Integer> tried = new ArrayList<>();
        private int failsAt;

        FakeDetector(int maxBatch, int room) {
            this.maxBatch = maxBatch;
            this.room = room;
        }

        @Override
        public RasterSpec input() {
            return new RasterSpec(8, 8, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);
        }

        @Override
        public int maxBatch() {
            return maxBatch;
        }

        @Override
        public List<List<Detection>> detect(List<Frame> batch) {
            tried.add(batch.size());
            if (batch.size() > room) {
                throw new OutOfDeviceMemoryException("too much", null);
            }
            if (batch.size() == failsAt) {
                throw new DetectionException("broken");
            }
            return Collections.nCopies(batch.size(), List.of());
        }

        @Override
        public void close() {}
    }
}
