package io.vedette.quickstart.scenes.drawing;

/** What a still part of the street looks like, at each place on it. */
interface Surface {

    /** Nothing is there: what lies behind shows through. */
    int HOLE = -1;

    /**
     * The colour at a place, in metres of the world, as 0xRRGGBB; the seven bits above say how much
     * of it is light of its own, from 0 to 127. Or {@link #HOLE}.
     */
    int at(double x, double y, double z);

    /** A colour that gives light of its own. */
    static int glowing(int rgb, double glow) {
        return (int) Math.round(glow * 127) << 24 | rgb;
    }

    static double glow(int colour) {
        return (colour >>> 24) / 127.0;
    }

    static int rgb(int colour) {
        return colour & 0xFFFFFF;
    }
}
