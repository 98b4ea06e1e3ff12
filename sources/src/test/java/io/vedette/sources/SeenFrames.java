package io.vedette.sources;

import io.vedette.schema.Frame;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Remembers, for the test in the same process, which frames a job saw, without their pixels. */
final class SeenFrames extends ProcessFunction<Frame, Frame> {

    private static final Queue<Frame> SEEN = new ConcurrentLinkedQueue<>();

    static void clear() {
        SEEN.clear();
    }

    static List<Frame> of(String camera) {
        return SEEN.stream().filter(frame -> frame.camera().equals(camera)).toList();
    }

    private static Frame withoutPixels(Frame frame) {
        return new Frame(
                frame.camera(),
                frame.sequence(),
                frame.capturedAt(),
                frame.arrivedAt(),
                frame.width(),
                frame.height(),
                null,
                null);
    }

    static int count(String camera) {
        return of(camera).size();
    }

    @Override
    public void processElement(Frame frame, Context context, Collector<Frame> frames) {
        SEEN.add(withoutPixels(frame));
        frames.collect(frame);
    }
}
