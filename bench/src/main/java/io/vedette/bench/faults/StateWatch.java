package io.vedette.bench.faults;

import io.vedette.bench.stand.CameraGauges;
import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Sees what is reported of one camera change, to within five milliseconds. */
final class StateWatch implements AutoCloseable {

    private static final long PERIOD_NANOS = 5_000_000;

    private final String camera;
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private final List<Long> corruptions = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "state watch");
    private volatile boolean closed;

    StateWatch(String camera) {
        this.camera = camera;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        CameraState state = null;
        CameraCause cause = null;
        long corrupt = 0;
        while (!closed) {
            long now = System.currentTimeMillis();
            CameraState nextState = CameraGauges.state(camera);
            CameraCause nextCause = CameraGauges.cause(camera);
            if (nextState != state || nextCause != cause) {
                changes.add(new Change(now, nextState, nextCause));
                state = nextState;
                cause = nextCause;
            }
            long nextCorrupt = CameraGauges.counter(camera, "framesDropped/corrupt");
            if (nextCorrupt > corrupt) {
                corruptions.add(now);
                corrupt = nextCorrupt;
            }
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    /** All up to now. */
    List<Change> changes() {
        return changes;
    }

    /** When it was first reported after a time that something is wrong. */
    OptionalLong noticed(long from) {
        return LongStream.concat(
                        changes.stream()
                                .filter(change -> change.state() != CameraState.LIVE)
                                .mapToLong(Change::at),
                        corruptions.stream().mapToLong(Long::longValue))
                .filter(at -> at >= from)
                .min();
    }

    @Override
    public void close() {
        closed = true;
    }
}
