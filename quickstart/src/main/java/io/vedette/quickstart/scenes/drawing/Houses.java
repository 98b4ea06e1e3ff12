package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;
import io.vedette.quickstart.scenes.world.Layout;

/** Rows of houses along both roads, in each quarter of the junction; a quarter may be a park. */
final class Houses {

    private static final double LAST = 125;
    private static final double DEEP = 13;

    private Houses() {}

    static void build(Street street, Layout layout, Dice dice) {
        for (int east = -1; east <= 1; east += 2) {
            for (int north = -1; north <= 1; north += 2) {
                boolean park = dice.chance(0.25);
                double back = park ? dice.between(14, 26) : 0.1;
                double x = layout.half(0) + layout.pavement() + back;
                double y = layout.half(1) + layout.pavement() + back;
                double corner = dice.between(11, 17);
                add(street, dice, east * x, east * (x + corner), north * y, north * (y + corner));
                row(street, dice, east, north, x, y + corner, true);
                row(street, dice, north, east, y, x + corner, false);
            }
        }
    }

    /** A row along one road. */
    private static void row(
            Street street,
            Dice dice,
            int side,
            int way,
            double front,
            double from,
            boolean alongY) {
        double at = from;
        while (at < LAST) {
            double wide = dice.between(9, 18);
            if (dice.chance(0.86)) {
                double near = side * (front + dice.between(0, 0.8));
                double far = side * (front + DEEP);
                double first = way * at;
                double last = way * (at + wide);
                if (alongY) {
                    add(street, dice, near, far, first, last);
                } else {
                    add(street, dice, first, last, near, far);
                }
            }
            at += wide + (dice.chance(0.15) ? dice.between(2, 8) : 0);
        }
    }

    private static void add(Street street, Dice dice, double x0, double x1, double y0, double y1) {
        double height = 4.6 + 3.2 * dice.between(1, 5) + dice.between(0, 0.6);
        Building house =
                new Building(
                        Math.min(x0, x1),
                        Math.max(x0, x1),
                        Math.min(y0, y1),
                        Math.max(y0, y1),
                        height,
                        dice.seed());
        house.addTo(street, street.light().lamps());
        street.ground().castPrism(house.footprint(), 0, height);
    }
}
