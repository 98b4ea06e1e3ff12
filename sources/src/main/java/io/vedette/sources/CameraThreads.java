package io.vedette.sources;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a reader's cameras, one for each, and one more that watches over them. No camera
 * waits for another.
 *
 * <p>Closing stops all at once and waits for them, for 1.5 s in all: a thread that a native call
 * keeps frees its memory whenever that call returns.
 */
final class CameraThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CameraThreads.class);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);
    private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(1500);

    private final WatchSettings settings;
    private final FrameHandOver handOver;
    private final MetricGroup group;
    private final StatusListener status;
    private final GivenUpThreads givenUp = new GivenUpThreads();
    private final Set<WatchedCamera> cameras = ConcurrentHashMap.newKeySet();
    private final StopSignal stop = new StopSignal();
    private final Thread supervisor = new Thread(this::supervise, "cameras");

    /**
     * @param group of the operator, for the metrics of each camera
     * @param status told of every change, in the camera's thread
     */
    CameraThreads(
            WatchSettings settings,
            FrameHandOver handOver,
            MetricGroup group,
            StatusListener status) {
        this.settings = settings;
        this.handOver = handOver;
        this.group = group;
        this.status = status;
        supervisor.setDaemon(true);
        supervisor.start();
    }

    /** Begins to watch a camera, of which no other with the same id may be watched still. */
    WatchedCamera watch(CameraSplit split) {
        String id = split.camera();
        CameraMetrics metrics = new CameraMetrics(group, id, () -> givenUp.count(id));
        WatchedCamera camera =
                new WatchedCamera(split, settings, handOver, metrics, givenUp, status);
        cameras.add(camera);
        return camera;
    }

    private void supervise() {
        try {
            while (true) {
                stop.pause(CHECK_INTERVAL);
                cameras.removeIf(WatchedCamera::ended);
                long now = System.nanoTime();
                cameras.forEach(camera -> camera.check(now));
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped watching over cameras.");
        } catch (Error e) {
            handOver.fail(e);
        }
    }

    @Override
    public void close() {
        stop.set();
        List<WatchedCamera> all = new ArrayList<>(cameras);
        all.forEach(WatchedCamera::stop);
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        try {
            for (WatchedCamera camera : all) {
                if (!camera.join(deadline)) {
                    LOG.warn(
                            "Camera '{}': its thread did not stop yet; it will when its native call returns.",
                            camera.split().camera());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
