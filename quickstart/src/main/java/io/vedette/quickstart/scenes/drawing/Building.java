package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/**
 * A house: shops at street level, storeys with windows above.
 *
 * @param height in metres
 * @param look the seed of its colours and windows
 */
record Building(double x0, double x1, double y0, double y1, double height, long look) {

    /** Adds its walls and its roof. */
    void addTo(Street street, double lamps) {
        Vec in = new Vec((x0 + x1) / 2, (y0 + y1) / 2, height / 2);
        Surface alongX = new Facade(Dice.of(look, 1), true, height, lamps, look);
        Surface alongY = new Facade(Dice.of(look, 1), false, height, lamps, look + 1);
        double h = height;
        street.add(alongX, in, x0, y0, 0, x1, y0, 0, x1, y0, h, x0, y0, h);
        street.add(alongX, in, x0, y1, 0, x1, y1, 0, x1, y1, h, x0, y1, h);
        street.add(alongY, in, x0, y0, 0, x0, y1, 0, x0, y1, h, x0, y0, h);
        street.add(alongY, in, x1, y0, 0, x1, y1, 0, x1, y1, h, x1, y0, h);
        Surface roof = (x, y, z) -> Rgb.scaled(0x77736E, 0.9 + 0.2 * Noise.smooth(x, y, look));
        street.add(roof, in, x0, y0, h, x1, y0, h, x1, y1, h, x0, y1, h);
    }

    double[] footprint() {
        return new double[] {x0, y0, x1, y0, x1, y1, x0, y1};
    }
}
