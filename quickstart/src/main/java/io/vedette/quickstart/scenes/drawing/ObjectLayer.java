package io.vedette.quickstart.scenes.drawing;

import java.util.Arrays;

/**
 * Samples that objects cover, each with its colour and its object; nearer ones win, also against
 * the street. Used by one thread.
 */
final class ObjectLayer implements PolygonFill.Rows {

    /** The owner of a sample that nothing covers, and of one that lies in an object's shadow. */
    static final int NOBODY = 0;

    static final int SHADOW = -1;

    private final int columns;
    private final int lines;
    private final float[] street;
    private final float[] nearness;
    private final int[] owner;
    private final int[] colour;
    private final int[] touched;
    private final int[] from;
    private final int[] to;
    private int stamp;
    private int current;
    private int paint;
    private int left;
    private int right;
    private int top;
    private int bottom;
    private int covered;

    ObjectLayer(Pinhole camera, float[] street) {
        columns = camera.width() * PolygonFill.SAMPLES;
        lines = camera.height() * PolygonFill.SAMPLES;
        this.street = street;
        nearness = street.clone();
        owner = new int[columns * lines];
        colour = new int[columns * lines];
        touched = new int[columns * lines];
        from = new int[lines];
        to = new int[lines];
    }

    void clear() {
        for (int row = 0; row < lines; row++) {
            if (from[row] < to[row]) {
                int start = row * columns + from[row];
                int length = to[row] - from[row];
                System.arraycopy(street, start, nearness, start, length);
                Arrays.fill(owner, start, start + length, NOBODY);
            }
            from[row] = columns;
            to[row] = 0;
        }
    }

    /** Begins an object; owners are positive, or {@link #SHADOW}. */
    void begin(int object) {
        current = object;
        stamp++;
        left = columns;
        top = lines;
        right = 0;
        bottom = 0;
        covered = 0;
    }

    void paint(int rgb) {
        paint = rgb;
    }

    @Override
    public void add(int row, int first, int end, double near, double step) {
        from[row] = Math.min(from[row], first);
        to[row] = Math.max(to[row], end);
        if (current == SHADOW) {
            shade(row * columns, first, end, near, step);
            return;
        }
        left = Math.min(left, first);
        right = Math.max(right, end);
        top = Math.min(top, row);
        bottom = Math.max(bottom, row + 1);
        double at = near;
        for (int i = row * columns + first; i < row * columns + end; i++, at += step) {
            if (touched[i] != stamp) {
                touched[i] = stamp;
                covered++;
            }
            if (at > nearness[i]) {
                nearness[i] = (float) at;
                owner[i] = current;
                colour[i] = paint;
            }
        }
    }

    private void shade(int start, int first, int end, double near, double step) {
        double at = near;
        for (int i = start + first; i < start + end; i++, at += step) {
            if (owner[i] == NOBODY && at * 1.003 > nearness[i]) {
                owner[i] = SHADOW;
            }
        }
    }

    /** The rectangle of the object begun last, in samples: left, top, right, bottom. */
    int[] extent() {
        return new int[] {left, top, right, bottom};
    }

    /** How many samples the object begun last covers, were it alone. */
    int covered() {
        return covered;
    }

    /** How many samples each owner still has, by its number. */
    int[] remaining(int owners) {
        int[] counts = new int[owners + 1];
        for (int row = 0; row < lines; row++) {
            for (int i = row * columns + from[row]; i < row * columns + to[row]; i++) {
                if (owner[i] > 0) {
                    counts[owner[i]]++;
                }
            }
        }
        return counts;
    }

    int columns() {
        return columns;
    }

    int owner(int sample) {
        return owner[sample];
    }

    int colour(int sample) {
        return colour[sample];
    }

    /** The first column of samples of a row that is not as in the street alone. */
    int from(int row) {
        return from[row];
    }

    int to(int row) {
        return to[row];
    }
}
