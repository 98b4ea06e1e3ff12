package io.vedette.sources;

import java.util.Locale;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/**
 * What is measured of one camera, under the operator's scope:
 *
 * <ul>
 *   <li>{@code rtsp.camera.<id>.framesDecoded}
 *   <li>{@code rtsp.camera.<id>.cause.<cause>.framesDropped}, with the causes {@code superseded}, a
 *       newer frame came before the job had time; {@code rate}, the camera's {@code
 *       framesPerSecond}; {@code damaged}, data was lost on the way
 *   <li>{@code rtsp.camera.<id>.reconnects}: attempts after a failure
 *   <li>{@code rtsp.camera.<id>.connected}: 1 while frames arrive, else 0
 *   <li>{@code rtsp.camera.<id>.state}: the code of its {@link CameraState}
 *   <li>{@code rtsp.camera.<id>.lastFrameAgeMillis}: since the last decoded frame; -1 before the
 *       first
 * </ul>
 */
final class CameraMetrics {

    /** Why a decoded frame was not handed on. */
    enum DropCause {
        SUPERSEDED,
        RATE,
        DAMAGED
    }

    private final Counter framesDecoded;
    private final Counter superseded;
    private final Counter thinned;
    private final Counter damaged;
    private final Counter reconnects;
    private volatile CameraState state = CameraState.CONNECTING;
    private volatile long lastFrameNanos;
    private volatile boolean seenFrame;

    CameraMetrics(MetricGroup operator, String camera) {
        MetricGroup group = operator.addGroup("rtsp").addGroup("camera", camera);
        framesDecoded = group.counter("framesDecoded", new ThreadSafeSimpleCounter());
        superseded = dropped(group, DropCause.SUPERSEDED);
        thinned = dropped(group, DropCause.RATE);
        damaged = dropped(group, DropCause.DAMAGED);
        reconnects = group.counter("reconnects", new ThreadSafeSimpleCounter());
        group.gauge("connected", (Gauge<Integer>) () -> state == CameraState.LIVE ? 1 : 0);
        group.gauge("state", (Gauge<Integer>) () -> state.code());
        group.gauge("lastFrameAgeMillis", (Gauge<Long>) this::lastFrameAgeMillis);
    }

    private static Counter dropped(MetricGroup group, DropCause cause) {
        return group.addGroup("cause", cause.name().toLowerCase(Locale.ROOT))
                .counter("framesDropped", new ThreadSafeSimpleCounter());
    }

    void frameDecoded() {
        framesDecoded.inc();
        lastFrameNanos = System.nanoTime();
        seenFrame = true;
    }

    void frameDropped(DropCause cause) {
        switch (cause) {
            case SUPERSEDED -> superseded.inc();
            case RATE -> thinned.inc();
            case DAMAGED -> damaged.inc();
        }
    }

    void reconnecting() {
        reconnects.inc();
        state = CameraState.RECONNECTING;
    }

    /** Returns whether it was not before. */
    boolean live() {
        boolean news = state != CameraState.LIVE;
        state = CameraState.LIVE;
        return news;
    }

    void ended() {
        state = CameraState.ENDED;
    }

    private long lastFrameAgeMillis() {
        return seenFrame ? (System.nanoTime() - lastFrameNanos) / 1_000_000 : -1;
    }
}
