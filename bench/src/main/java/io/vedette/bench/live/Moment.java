package io.vedette.bench.live;

import io.vedette.bench.stand.CameraGauges;
import io.vedette.bench.stand.CheckpointGauges;
import io.vedette.schema.Camera;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How things stand at one moment.
 *
 * @param millis since 1970
 * @param sent pictures of the cameras that are watched
 * @param dropped frames of these, by cause
 * @param completed checkpoints
 * @param failed checkpoints
 */
record Moment(
        long millis,
        long sent,
        Map<String, Long> dropped,
        long completed,
        long failed,
        ProcessorTime job,
        ProcessorTime broker,
        ProcessorTime simulator,
        Memory memory) {

    static Moment now(Processes processes, VideoFleet fleet, List<Camera> watched)
            throws IOException {
        return new Moment(
                System.currentTimeMillis(),
                fleet.sent(watched.size()),
                dropped(watched),
                CheckpointGauges.completed(),
                CheckpointGauges.failed(),
                ProcessorTime.of(processes.job()),
                ProcessorTime.of(processes.broker()),
                ProcessorTime.of(processes.simulator()),
                Memory.now());
    }

    private static Map<String, Long> dropped(List<Camera> watched) {
        Map<String, Long> dropped = new TreeMap<>();
        for (Camera camera : watched) {
            CameraGauges.dropped(camera.id())
                    .forEach((cause, count) -> dropped.merge(cause, count, Long::sum));
        }
        return dropped;
    }

    /** Frames dropped since, by the causes that there were. */
    Map<String, Long> droppedSince(Moment before) {
        Map<String, Long> more = new TreeMap<>();
        dropped.forEach(
                (cause, count) -> {
                    long since = count - before.dropped.getOrDefault(cause, 0L);
                    if (since != 0) {
                        more.put(cause, since);
                    }
                });
        return more;
    }
}
