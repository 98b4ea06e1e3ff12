package io.vedette.quickstart.cameras;

import io.netty.channel.EventLoop;
import io.vedette.quickstart.cameras.rtp.RtpUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;

/**
 * The viewers of a feed, by event loop, and what one who comes late must see first. Its feed guards
 * it.
 */
final class Audience {

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
        viewers.forEach((loop, watching) -> show(unit.retain(), loop, watching));
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

    private static void show(RtpUnit unit, EventLoop loop, List<Feed.Viewer> watching) {
        Runnable task =
                () -> {
                    watching.forEach(viewer -> viewer.show(unit));
                    unit.release();
                };
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            unit.release();
        }
    }

    /** Tells everybody that nothing follows. */
    void end() {
        viewers.forEach(
                (loop, watching) -> watching.forEach(viewer -> loop.execute(viewer::ended)));
    }

    void forget() {
        group.forEach(RtpUnit::release);
        group.clear();
        groupBytes = 0;
    }
}
