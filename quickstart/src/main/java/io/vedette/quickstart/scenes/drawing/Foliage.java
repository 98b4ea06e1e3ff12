package io.vedette.quickstart.scenes.drawing;

/** Leaves, with gaps between them. */
record Foliage(int green, double salt) implements Surface {

    @Override
    public int at(double x, double y, double z) {
        double u = (x + y * 0.6) * 5 + salt;
        double v = (z + y * 0.35) * 5;
        double leaf = Noise.smooth(u, v, 21) * 0.6 + Noise.smooth(u * 2.6, v * 2.6, 22) * 0.4;
        if (leaf < 0.34) {
            return HOLE;
        }
        return Rgb.scaled(green, 0.45 + 0.95 * leaf);
    }
}
