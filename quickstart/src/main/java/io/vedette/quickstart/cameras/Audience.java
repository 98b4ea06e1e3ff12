package io.vedette.quickstart.cameras;

import io.netty.channel.EventLoop;
import io.vedette.quickstart.cameras.rtp.RtpUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The viewers of a feed, by event loop, and what one who comes late must see first. Its feed guards
 * it.
 */
final class Audience {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    /** A longer group of pictures is not kept: who comes late waits for the next key picture. */
    private static final int MOST_BYTES = 16 << 20;

    private final Map<EventLoop, List<Feed.Viewer>> viewers = new LinkedHashMap<>();
    private final List<RtpUnit> group = new ArrayList<>();
    private long groupBytes;

    /** The group of pictures up to now, retained for the caller. */
    List<RtpUnit> add(Feed.Viewer viewer) {
        viewers.computeIfAbsent(viewer.loop(), loop -> new CopyOnWriteArrayList<>()).add(viewer);
        group.forEach(RtpUnit::retain);
        return List.copyOf(group);
    }

    void remove(Feed.Viewer viewer) {
        List<Feed.Viewer> others = viewers.get(viewer.loop());
        if (others != null && others.remove(viewer) && others.isEmpty()) {
            viewers.remove(viewer.loop());
        }
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    /** Hands a picture to everybody, and takes it over from the caller. */
    void show(RtpUnit unit) {
        viewers.entrySet()
                .removeIf(group -> !show(unit.retain(), group.getKey(), group.getValue()));
        if (unit.isKey()) {
            forget();
        }
        if (unit.isKey() || !group.isEmpty()) {
            group.add(unit);
            groupBytes += unit.size();
        } else {
            unit.release();
        }
        if (groupBytes > MOST_BYTES) {
            forget();
        }
    }

    /** Whether the loop still runs; one that has ended has no viewers any more. */
    private static boolean show(RtpUnit unit, EventLoop loop, List<Feed.Viewer> watching) {
        Runnable task =
                () -> {
                    try {
                        watching.forEach(viewer -> show(unit, viewer));
                    } finally {
                        unit.release();
                    }
                };
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            unit.release();
            return false;
        }
    }

    /** What goes wrong with one viewer is none of the others' business. */
    private static void show(RtpUnit unit, Feed.Viewer viewer) {
        try {
            viewer.show(unit);
        } catch (RuntimeException e) {
            LOG.warn("A viewer is disconnected by a fault of this server.", e);
            viewer.ended();
        }
    }

    /** Tells everybody that nothing follows. */
    void end() {
        viewers.entrySet().removeIf(group -> !end(group.getKey(), group.getValue()));
    }

    private static boolean end(EventLoop loop, List<Feed.Viewer> watching) {
        try {
            watching.forEach(viewer -> loop.execute(viewer::ended));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    void forget() {
        group.forEach(RtpUnit::release);
        group.clear();
        groupBytes = 0;
    }
}
