package io.vedette.quickstart.cameras;

import io.netty.channel.EventLoop;
import io.vedette.quickstart.cameras.rtp.RtpFormat;
import io.vedette.quickstart.cameras.rtp.RtpUnit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A live video that any number of viewers share: read, or drawn and encoded, and cut into packets
 * once, in real time.
 *
 * <p>It runs while somebody watches, in a thread of its own, which never waits for a viewer. Who
 * comes late gets first what followed the last key picture.
 */
public final class Feed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final long LATEST = MediaTime.seconds(1);

    private final String name;
    private final Footage footage;
    private final RtpFormat format;
    private final Audience audience = new Audience();
    private long number;
    private @Nullable Long firstPlayed;
    private @Nullable Thread thread;
    private boolean always;
    private boolean closed;

    private Feed(String name, Footage footage) {
        this.name = name;
        this.footage = footage;
        this.format = footage.format();
    }

    /** Where one viewer's packets go; called in its event loop. */
    interface Viewer {

        EventLoop loop();

        /** The next picture, which the viewer retains if it keeps it. */
        void show(RtpUnit unit);

        /** Nothing follows: the feed has broken down, or showing a picture has. */
        void ended();
    }

    /**
     * A video file, looped and sent as it is encoded.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if RTP cannot carry it
     */
    public static Feed ofFile(Path file) throws IOException {
        try {
            return new Feed(file.toString(), FileFootage.open(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * A video file, looped, with so many pictures a second instead of its own number.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if RTP cannot carry it, or if the rate is not above 0
     */
    public static Feed ofFile(Path file, double framesPerSecond) throws IOException {
        Feed own = ofFile(file);
        return new Feed(own.name, PacedFootage.of(own.footage, framesPerSecond));
    }

    /** Drawn pictures, encoded as H.264; the first one is drawn at once. */
    public static Feed ofPictures(Pictures pictures) throws IOException {
        return new Feed("pictures", new PictureFootage(pictures));
    }

    /** Drawn pictures, each a JPEG of its own. */
    public static Feed ofJpegs(Pictures pictures) throws IOException {
        return new Feed("pictures", new JpegFootage(pictures));
    }

    /** No pictures at all, but sound, of which nothing is heard. */
    public static Feed ofSilence() {
        return new Feed("silence", new Silence());
    }

    /** Runs from now on also while nobody watches. */
    public synchronized void runAlways() {
        always = true;
        start();
    }

    /** How it travels. */
    RtpFormat format() {
        return format;
    }

    double framesPerSecond() {
        return footage.framesPerSecond();
    }

    /** A time that none of the pictures to come was taken before, if none was sent yet. */
    long earliest() {
        return MediaTime.now() - footage.reordering();
    }

    /**
     * Begins to show pictures to a viewer; called in its event loop.
     *
     * @return what it must see first, retained for the caller
     */
    synchronized List<RtpUnit> join(Viewer viewer) {
        if (closed) {
            throw new IllegalStateException("Feed '%s' is closed.".formatted(name));
        }
        List<RtpUnit> group = audience.add(viewer);
        start();
        return group;
    }

    synchronized void leave(Viewer viewer) {
        audience.remove(viewer);
    }

    /** Whether pictures are being made. */
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void start() {
        if (thread == null) {
            thread = new Thread(this::run, "feed " + name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        long start = MediaTime.now();
        try (Footage.Playback playback = footage.play(start - firstPlayed(start))) {
            do {
                TimedPicture picture = playback.next();
                start += await(start + picture.sendAt());
                publish(picture, start);
            } while (isWanted());
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("Feed '{}' ended.", name, e);
            breakDown();
        }
    }

    private synchronized long firstPlayed(long now) {
        if (firstPlayed == null) {
            firstPlayed = now;
        }
        return firstPlayed;
    }

    /**
     * Waits for a time.
     *
     * @return by how much to put everything off, if that time is long past
     */
    private static long await(long time) {
        long left = time - MediaTime.now();
        if (left < -LATEST) {
            return -left;
        }
        while (left > 0) {
            LockSupport.parkNanos(MediaTime.nanos(left));
            left = time - MediaTime.now();
        }
        return 0;
    }

    private void publish(TimedPicture picture, long start) {
        RtpUnit.Timing timing =
                new RtpUnit.Timing(
                        start + picture.takenAt(), start + picture.sendAt() - footage.reordering());
        RtpUnit unit = format.packetize(number++, picture.data(), timing, picture.key());
        synchronized (this) {
            audience.show(unit);
        }
    }

    private synchronized boolean isWanted() {
        if (!closed && (always || !audience.isEmpty())) {
            return true;
        }
        audience.forget();
        thread = null;
        return false;
    }

    private synchronized void breakDown() {
        audience.end();
        audience.forget();
        thread = null;
    }

    /** Ends it soon; its viewers see nothing more. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
