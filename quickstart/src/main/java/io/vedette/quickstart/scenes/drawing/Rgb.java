package io.vedette.quickstart.scenes.drawing;

/** Colours as 0xRRGGBB. */
final class Rgb {

    private Rgb() {}

    static int of(double red, double green, double blue) {
        return channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, value + 0.5));
    }

    static int red(int rgb) {
        return rgb >> 16 & 255;
    }

    static int green(int rgb) {
        return rgb >> 8 & 255;
    }

    static int blue(int rgb) {
        return rgb & 255;
    }

    /** A colour made brighter or darker. */
    static int scaled(int rgb, double factor) {
        return of(red(rgb) * factor, green(rgb) * factor, blue(rgb) * factor);
    }

    /** A part of one colour and the rest of another. */
    static int mixed(int rgb, int other, double part) {
        return of(
                red(rgb) + (red(other) - red(rgb)) * part,
                green(rgb) + (green(other) - green(rgb)) * part,
                blue(rgb) + (blue(other) - blue(rgb)) * part);
    }
}
