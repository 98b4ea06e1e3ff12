package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;

class RtspSourceEnumeratorTest {

    private static final int MAX_PARALLELISM = 128;
    private static final List<CameraSplit> CAMERAS =
            IntStream.range(0, 20)
                    .mapToObj(i -> new CameraSplit("camera-" + i, "rtsp://127.0.0.1/" + i, null))
                    .toList();

    private final FakeContext context = new FakeContext();

    @Test
    void givesEveryCameraOnceToTheSubtaskThatOwnsItsKey() {
        RtspSourceEnumerator enumerator = enumerator(false);

        IntStream.range(0, 3).forEach(enumerator::addReader);

        int assigned = 0;
        for (int subtask = 0; subtask < 3; subtask++) {
            for (CameraSplit camera : context.assigned.getOrDefault(subtask, List.of())) {
                assertThat(subtask)
                        .isEqualTo(
                                KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                        camera.camera(), MAX_PARALLELISM, 3));
                assigned++;
            }
        }
        assertThat(assigned).isEqualTo(CAMERAS.size());
        assertThat(context.finished).isEmpty();
    }

    @Test
    void tellsAReaderThatComesBackItsCamerasAnew() {
        RtspSourceEnumerator enumerator = enumerator(false);
        enumerator.addReader(1);
        List<CameraSplit> before = context.assigned.remove(1);

        enumerator.addSplitsBack(before, 1);
        enumerator.addReader(1);

        assertThat(context.assigned).containsOnly(Map.entry(1, before));
    }

    @Test
    void saysThatNoMoreCamerasComeInABoundedRun() {
        RtspSourceEnumerator enumerator = enumerator(true);

        enumerator.addReader(2);

        assertThat(context.finished).containsExactly(2);
    }

    private RtspSourceEnumerator enumerator(boolean bounded) {
        return new RtspSourceEnumerator(context, CAMERAS, MAX_PARALLELISM, bounded);
    }

    private static final class FakeContext implements SplitEnumeratorContext<CameraSplit> {

        private final Map<Integer, List<CameraSplit>> assigned = new HashMap<>();
        private final List<Integer> finished = new ArrayList<>();

        @Override
        public SplitEnumeratorMetricGroup metricGroup() {
            return UnregisteredMetricsGroup.createSplitEnumeratorMetricGroup();
        }

        @Override
        public void sendEventToSourceReader(int subtask, SourceEvent event) {}

        @Override
        public int currentParallelism() {
            return 3;
        }

        @Override
        public Map<Integer, ReaderInfo> registeredReaders() {
            return Map.of();
        }

        @Override
        public void assignSplits(SplitsAssignment<CameraSplit> assignment) {
            assigned.putAll(assignment.assignment());
        }

        @Override
        public void signalNoMoreSplits(int subtask) {
            finished.add(subtask);
        }

        @Override
        public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {}

        @Override
        public <T> void callAsync(
                Callable<T> callable, BiConsumer<T, Throwable> handler, long delay, long period) {}

        @Override
        public void runInCoordinatorThread(Runnable runnable) {}
    }
}
