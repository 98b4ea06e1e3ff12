package io.vedette.quickstart.scenes.drawing;

/** Smooth and rough noise over the plane, the same everywhere and always. */
final class Noise {

    private Noise() {}

    /** A number in [0, 1) for a cell of a grid. */
    static double cell(long x, long y, long salt) {
        long h = x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL + salt * 0x165667B19E3779F9L;
        h = (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L;
        h ^= h >>> 32;
        return (h & 0xFFFFFF) / (double) 0x1000000;
    }

    /** Noise in [0, 1) that varies over about a unit. */
    static double smooth(double x, double y, long salt) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        double tx = ease(x - fx);
        double ty = ease(y - fy);
        long ix = (long) fx;
        long iy = (long) fy;
        double low = mix(cell(ix, iy, salt), cell(ix + 1, iy, salt), tx);
        double high = mix(cell(ix, iy + 1, salt), cell(ix + 1, iy + 1, salt), tx);
        return mix(low, high, ty);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
