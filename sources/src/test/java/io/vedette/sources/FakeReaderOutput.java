package io.vedette.sources;

import io.vedette.schema.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** Collects what a reader emits, and through which outputs. */
final class FakeReaderOutput implements ReaderOutput<Frame> {

    private final List<Frame> frames = new ArrayList<>();
    private final Set<String> outputs = new HashSet<>();
    private boolean idled;

    List<Frame> frames() {
        return frames;
    }

    List<Long> sequences(String camera) {
        return frames.stream()
                .filter(frame -> frame.camera().equals(camera))
                .map(Frame::sequence)
                .toList();
    }

    /** The cameras that have an output at the moment. */
    Set<String> outputs() {
        return outputs;
    }

    @Override
    public void collect(Frame frame) {
        throw new AssertionError("A frame must have a timestamp.");
    }

    @Override
    public void collect(Frame frame, long timestamp) {
        if (timestamp != frame.capturedAt().toEpochMilli()) {
            throw new AssertionError("The timestamp must be the capture time.");
        }
        frames.add(frame);
    }

    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {
        idled = true;
    }

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<Frame> createOutputForSplit(String split) {
        outputs.add(split);
        return this;
    }

    @Override
    public void releaseOutputForSplit(String split) {
        if (!idled) {
            throw new AssertionError("An output must be idle before it goes.");
        }
        idled = false;
        outputs.remove(split);
    }
}
