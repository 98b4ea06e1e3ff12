package io.vedette.sources;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of one camera, under the operator's scope, until it is closed:
 *
 * <ul>
 *   <li>{@code rtsp.camera.<id>.framesDecoded}, {@code framesDecodedPerSecond}
 *   <li>{@code rtsp.camera.<id>.cause.<cause>.framesDropped}, with the causes of {@link Loss}
 *   <li>{@code rtsp.camera.<id>.reconnects}: attempts after a failure
 *   <li>{@code rtsp.camera.<id>.failedAttempts}: those, and first ones, that brought no picture
 *   <li>{@code rtsp.camera.<id>.stalls}: how many times it was live and then gave no new pictures
 *   <li>{@code rtsp.camera.<id>.hungThreads}: threads that a native call never gave back
 *   <li>{@code rtsp.camera.<id>.connected}: 1 while live, else 0
 *   <li>{@code rtsp.camera.<id>.state}: the code of its {@link CameraState}
 *   <li>{@code rtsp.camera.<id>.causeCode}: the code of its {@link CameraCause}, 0 for none
 *   <li>{@code rtsp.camera.<id>.lastFrameAgeMillis}: since the last decoded frame; -1 before the
 *       first
 * </ul>
 */
final class CameraMetrics implements StatusListener, AutoCloseable {

    /** Why a frame was not handed on. */
    enum Loss {
        /** A newer one came before the job had time. */
        SUPERSEDED,
        /** There are more than the camera's {@code framesPerSecond}. */
        RATE,
        /** Data was lost on the way, or no pixels could be made of it. */
        CORRUPT,
        /** It waited too long, on its way or for the job. */
        STALE
    }

    private final MetricGroup group;
    private final Counter framesDecoded;
    private final Map<Loss, Counter> framesDropped = new EnumMap<>(Loss.class);
    private final Counter reconnects;
    private final Counter failedAttempts;
    private final Counter stalls;
    private volatile CameraState state = CameraState.CONNECTING;
    private volatile @Nullable CameraCause cause;
    private volatile long lastFrameNanos;
    private volatile boolean seenFrame;

    CameraMetrics(MetricGroup operator, String camera, IntSupplier hungThreads) {
        group = operator.addGroup("rtsp").addGroup("camera", camera);
        framesDecoded = counter(group, "framesDecoded");
        group.meter("framesDecodedPerSecond", new MeterView(framesDecoded));
        for (Loss loss : Loss.values()) {
            MetricGroup causes = group.addGroup("cause", loss.name().toLowerCase(Locale.ROOT));
            framesDropped.put(loss, counter(causes, "framesDropped"));
        }
        reconnects = counter(group, "reconnects");
        failedAttempts = counter(group, "failedAttempts");
        stalls = counter(group, "stalls");
        group.gauge("hungThreads", (Gauge<Integer>) hungThreads::getAsInt);
        group.gauge("connected", (Gauge<Integer>) () -> state == CameraState.LIVE ? 1 : 0);
        group.gauge("state", (Gauge<Integer>) () -> state.code());
        group.gauge("causeCode", (Gauge<Integer>) this::causeCode);
        group.gauge("lastFrameAgeMillis", (Gauge<Long>) this::lastFrameAgeMillis);
    }

    private static Counter counter(MetricGroup group, String name) {
        return group.counter(name, new ThreadSafeSimpleCounter());
    }

    @Override
    public void changed(CameraStatus status) {
        if (state == CameraState.LIVE && status.state() == CameraState.STALLED) {
            stalls.inc();
        }
        state = status.state();
        cause = status.cause();
    }

    void frameDecoded() {
        framesDecoded.inc();
        lastFrameNanos = System.nanoTime();
        seenFrame = true;
    }

    void framesDropped(Loss loss, int count) {
        Objects.requireNonNull(framesDropped.get(loss)).inc(count);
    }

    void failed(boolean opened) {
        if (!opened) {
            failedAttempts.inc();
        }
    }

    void reconnects() {
        reconnects.inc();
    }

    private int causeCode() {
        CameraCause now = cause;
        return now == null ? 0 : now.code();
    }

    private long lastFrameAgeMillis() {
        return seenFrame ? (System.nanoTime() - lastFrameNanos) / 1_000_000 : -1;
    }

    /**
     * Takes the metrics of a camera that is no longer watched out of all reports. Flink has no
     * public way for that; where its group is another one they stay as they are.
     */
    @Override
    public void close() {
        if (group instanceof AbstractMetricGroup<?> removable) {
            removable.close();
        }
    }
}
