package io.vedette.sources.list;

import io.vedette.schema.Camera;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a list in a daemon thread until closed, and tells each list that differs from the one
 * before. A defect is logged with its stack trace and following begins again; an {@link Error} is
 * told instead, and ends it.
 */
public final class CameraListFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CameraListFollower.class);
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final CameraList list;
    private final CameraList.Listener changed;
    private final Consumer<Error> failed;
    private final Thread thread = new Thread(this::run, "list of cameras");
    private volatile boolean closed;
    private @Nullable List<Camera> told;

    private CameraListFollower(
            CameraList list, CameraList.Listener changed, Consumer<Error> failed) {
        this.list = list;
        this.changed = changed;
        this.failed = failed;
    }

    /**
     * Begins to follow.
     *
     * @param changed hears of each new list, in the follower's thread
     * @param failed hears why following ended
     */
    public static CameraListFollower start(
            CameraList list, CameraList.Listener changed, Consumer<Error> failed) {
        CameraListFollower follower = new CameraListFollower(list, changed, failed);
        follower.thread.setDaemon(true);
        follower.thread.setContextClassLoader(list.getClass().getClassLoader());
        follower.thread.start();
        return follower;
    }

    private void run() {
        try {
            while (!closed && !followed()) {
                Thread.sleep(AFTER_DEFECT.toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("The camera list is not followed any more.");
        } catch (Error e) {
            LOG.error("The camera list cannot be followed.", e);
            failed.accept(e);
        }
    }

    /** Whether there is no more to follow. */
    private boolean followed() throws InterruptedException {
        try {
            list.follow(this::tell);
            return true;
        } catch (RuntimeException e) {
            LOG.error("The camera list was not read, trying again; the last one stays.", e);
            return false;
        }
    }

    private void tell(List<Camera> cameras) {
        if (!closed && !cameras.equals(told)) {
            changed.changed(cameras);
            told = cameras;
        }
    }

    /** Stops without waiting for the thread to end. */
    public void stop() {
        closed = true;
        thread.interrupt();
    }

    /** Stops, and waits for the thread to end, but not for long. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The thread that follows the camera list did not stop yet.");
        }
    }
}
