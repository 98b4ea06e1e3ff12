package io.vedette.sources.ffmpeg;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How much of a stream must be decoded to show a wanted number of pictures a second, measured from
 * the stream itself: all of it, all but the pictures that no other refers to, or key pictures
 * alone.
 *
 * <p>Key pictures suffice once the last ones came as often as pictures are wanted. Those that no
 * other refers to are left out where the stream has at least twice the wanted rate, for as long as
 * what is left has the wanted rate too. It goes back when the stream changes, and tries again after
 * a minute.
 *
 * <p>Times are of the stream, in seconds; a NaN tells nothing.
 */
final class DecodeSaving {

    /** What is decoded. */
    enum Depth {
        ALL,
        REFERENCES,
        KEYS
    }

    private static final int KEY_INTERVALS = 3;
    private static final int FEWEST_KEY_INTERVALS = 2;
    private static final double TOLERANCE = 1.02;
    private static final double OVERDUE = 1.5;
    private static final double WINDOW = 2;
    private static final double PAUSE = 60;
    private static final double JUMP = 10;

    private final double wanted;
    private final Deque<Double> keyIntervals = new ArrayDeque<>();
    private Depth depth = Depth.ALL;
    private double latest = Double.NaN;
    private double lastKey = Double.NaN;
    private double lastDecodedKey = Double.NaN;
    private double windowStart = Double.NaN;
    private double notBefore = Double.NEGATIVE_INFINITY;
    private boolean keysForbidden;
    private int packets;
    private int pictures;

    /**
     * @param framesPerSecond how many pictures are wanted; null means all
     */
    DecodeSaving(@Nullable Double framesPerSecond) {
        this.wanted = framesPerSecond == null ? 0 : 1 / framesPerSecond;
    }

    /** Sees the next packet, in the order of decoding, and says what to do from it on. */
    Depth packet(double time, boolean key) {
        if (wanted == 0 || Double.isNaN(time)) {
            return depth;
        }
        if (Math.abs(time - latest) > JUMP) {
            forget();
        }
        latest = Double.isNaN(latest) ? time : Math.max(latest, time);
        packets++;
        if (key) {
            key(time);
        } else if (depth == Depth.KEYS && time > lastKey + OVERDUE * longest()) {
            keyIntervals.clear();
            back(time);
        }
        if (depth != Depth.KEYS) {
            weigh();
        }
        return depth;
    }

    private void key(double time) {
        if (!Double.isNaN(lastKey) && time > lastKey) {
            keyIntervals.addLast(time - lastKey);
            if (keyIntervals.size() > KEY_INTERVALS) {
                keyIntervals.removeFirst();
            }
        }
        lastKey = time;
        boolean often =
                !keysForbidden
                        && keyIntervals.size() >= FEWEST_KEY_INTERVALS
                        && longest() <= wanted * TOLERANCE;
        if (often) {
            depth = Depth.KEYS;
        } else if (depth == Depth.KEYS) {
            back(time);
        }
    }

    private double longest() {
        return Collections.max(keyIntervals);
    }

    private void back(double time) {
        depth = Depth.ALL;
        window(time);
    }

    private void forget() {
        keyIntervals.clear();
        latest = Double.NaN;
        lastKey = Double.NaN;
        lastDecodedKey = Double.NaN;
        notBefore = Double.NEGATIVE_INFINITY;
        back(Double.NaN);
    }

    private void window(double start) {
        windowStart = start;
        packets = 0;
        pictures = 0;
    }

    private void weigh() {
        if (Double.isNaN(windowStart)) {
            window(latest);
            return;
        }
        double elapsed = latest - windowStart;
        if (elapsed < Math.max(WINDOW, 4 * wanted)) {
            return;
        }
        if (depth == Depth.REFERENCES && pictures * wanted < elapsed) {
            depth = Depth.ALL;
            notBefore = latest + PAUSE;
        } else if (packets * wanted >= 2 * elapsed && latest >= notBefore) {
            depth = Depth.REFERENCES;
        }
        window(latest);
    }

    /** A picture came out of the decoder. */
    void picture() {
        pictures++;
    }

    /** Whether this key picture is worth decoding where key pictures alone are; asked once each. */
    boolean due(double time) {
        if (time < lastDecodedKey + wanted / 2 && time >= lastDecodedKey) {
            return false;
        }
        lastDecodedKey = time;
        return true;
    }

    /** Key pictures alone cannot be decoded, or what lies between them is too much to keep. */
    void noKeys() {
        keysForbidden = true;
        keyIntervals.clear();
        lastKey = Double.NaN;
        back(latest);
    }
}
