package io.vedette.sources;

import io.vedette.schema.CameraStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera that is being watched, in a daemon thread of its own. It can be stopped alone, and then
 * hands over nothing more. Its end is told once, to whoever polls the hand-over; from then on no
 * thread of it that works holds its stream.
 *
 * <p>A thread that a native call does not give back is given up, and another takes its place. The
 * old one closes its stream whenever the call returns, and does nothing else.
 */
final class WatchedCamera {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedCamera.class);

    /** How long a thread may take to hear that it is to stop. */
    private static final Duration STOP_TIMEOUT = Duration.ofMillis(1500);

    /** So many checks in a row must find a call overdue: it may be that all of us were paused. */
    private static final int CERTAIN = 3;

    private volatile CameraSplit split;
    private final FrameHandOver handOver;
    private final FrameSlot slot;
    private final CameraMetrics metrics;
    private final CameraLoop loop;
    private final GivenUpThreads givenUp;
    private final StopSignal stop = new StopSignal();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Turn turn;
    private volatile long stopBy;
    private int overdue;

    /** One thread and its calls. */
    private record Turn(Thread thread, NativeCalls calls) {}

    WatchedCamera(
            CameraSplit split,
            WatchSettings settings,
            FrameHandOver handOver,
            CameraMetrics metrics,
            GivenUpThreads givenUp,
            StatusListener status) {
        this.split = split;
        this.handOver = handOver;
        this.metrics = metrics;
        this.givenUp = givenUp;
        CaptureSettings capture = settings.capture();
        this.slot = handOver.slot(split, capture.maxAge(), loss -> metrics.framesDropped(loss, 1));
        InstantSource clock = InstantSource.system();
        CameraLife life = new CameraLife(split.camera(), clock, told(status, new StatusLog(clock)));
        FrameGate gate =
                new FrameGate(
                        split,
                        capture,
                        settings.rtsp().video().clockMaxOffset(),
                        slot,
                        metrics,
                        stop,
                        System::nanoTime);
        this.loop = new CameraLoop(split, settings, gate, life, metrics, stop);
        this.turn = turn(false);
        turn.thread().start();
    }

    private StatusListener told(StatusListener reader, StatusLog log) {
        return status -> {
            metrics.changed(status);
            if (!stop.isSet()) {
                log.changed(status);
                tell(reader, status);
            }
        };
    }

    /** What nobody can be told is no reason to watch no longer. */
    private static void tell(StatusListener reader, CameraStatus status) {
        try {
            reader.changed(status);
        } catch (RuntimeException e) {
            LOG.warn("Camera '{}': its status could not be told.", status.camera(), e);
        }
    }

    CameraSplit split() {
        return split;
    }

    /**
     * Goes on as another says, if that only has another share.
     *
     * @return whether it does
     */
    boolean become(CameraSplit next) {
        if (!split.withShare(next.share()).equals(next)) {
            return false;
        }
        slot.share(next.share());
        split = next;
        return true;
    }

    /** Returns at once; no frame or status comes any more, and the end will be told. */
    void stop() {
        stopBy = System.nanoTime() + STOP_TIMEOUT.toNanos();
        slot.shut();
        stop.set();
        turn.thread().interrupt();
        if (ended.get()) {
            metrics.close();
        }
    }

    /** Whether its thread is done, or was given up after the camera was stopped. */
    boolean ended() {
        return ended.get();
    }

    /**
     * Waits for its thread, up to a moment of {@link System#nanoTime}.
     *
     * @return whether it is gone
     */
    boolean join(long deadline) throws InterruptedException {
        Thread thread = turn.thread();
        thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        return !thread.isAlive();
    }

    /** Gives up the thread if a native call keeps it; for the one thread that supervises. */
    void check(long now) {
        NativeCalls calls = turn.calls();
        boolean late = stop.isSet() ? calls.within() && now > stopBy : calls.overdue(now);
        overdue = late ? overdue + 1 : 0;
        if (overdue >= CERTAIN && calls.giveUp()) {
            overdue = 0;
            replace(turn.thread());
        }
    }

    private void replace(Thread hung) {
        givenUp.add(split.camera(), hung);
        hung.interrupt();
        if (stop.isSet()) {
            LOG.warn("Camera '{}': a native call keeps its thread, left alone.", split.camera());
            end();
        } else {
            turn = turn(true);
            turn.thread().start();
        }
    }

    private Turn turn(boolean afterHang) {
        NativeCalls calls = new NativeCalls(stop);
        Thread thread = new Thread(() -> run(calls, afterHang), "camera " + split.camera());
        thread.setDaemon(true);
        return new Turn(thread, calls);
    }

    private void run(NativeCalls calls, boolean afterHang) {
        try {
            if (afterHang) {
                loop.afterHang(givenUp);
            }
            loop.run(calls);
        } catch (NativeCalls.GivenUpException e) {
            LOG.info("Camera '{}': a thread that was given up came back.", split.camera());
            return;
        } catch (InterruptedException e) {
            LOG.debug("Camera '{}': stopped.", split.camera());
        } catch (RuntimeException | Error e) {
            handOver.fail(e);
        }
        end();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            if (stop.isSet()) {
                metrics.close();
            }
            slot.end();
        }
    }
}
