package io.vedette.bench.stand;

import io.vedette.schema.Frame;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Remembers, for the bench in the same process, what the source handed over, and passes nothing on.
 */
public final class SightingFunction extends ProcessFunction<Frame, Frame> {

    private static final long serialVersionUID = 1;
    private static final Queue<Sighting> SEEN = new ConcurrentLinkedQueue<>();

    public static void clear() {
        SEEN.clear();
    }

    public static List<Sighting> of(String camera) {
        return SEEN.stream().filter(sighting -> sighting.camera().equals(camera)).toList();
    }

    @Override
    public void processElement(Frame frame, Context context, Collector<Frame> frames) {
        long now = System.currentTimeMillis();
        OptionalLong taken =
                frame.raster() == null ? OptionalLong.empty() : TimeCode.read(frame.raster(), now);
        SEEN.add(
                new Sighting(
                        frame.camera(),
                        frame.sequence(),
                        taken.orElse(-1),
                        frame.capturedAt().toEpochMilli(),
                        now,
                        frame.width()));
    }
}
