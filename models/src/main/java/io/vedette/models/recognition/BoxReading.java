package io.vedette.models.recognition;

import java.util.Optional;

/**
 * What the four numbers of the boxes of a table are.
 *
 * @param form as in {@code output.boxes}
 * @param units as in {@code output.units}
 */
record BoxReading(String form, String units, Sureness sureness, String reason) {

    /** No box is larger than this many pictures. */
    private static final double MOST_PICTURES = 2;

    /** Of finished boxes, one may be turned over by rounding. */
    private static final double ALMOST_ALL = 0.97;

    /** Boxes in the order of a grid's cells, which tells x from y. */
    static Optional<BoxReading> ofGrid(Table boxes, GridOrder order) {
        String units = unitsOfGrid(boxes);
        if (order.isHorizontal(0) && order.isVertical(1)) {
            boolean corners = order.isHorizontal(2) && order.isVertical(3);
            return Optional.of(
                    corners
                            ? sure("xyxy", units, "both corners follow the cells")
                            : sure("cxcywh", units, "centres follow the cells"));
        }
        if (order.isVertical(0) && order.isHorizontal(1) && order.isVertical(2)) {
            return Optional.of(sure("yxyx", units, "both corners follow the cells, y first"));
        }
        return Optional.empty();
    }

    /**
     * Boxes in any order.
     *
     * @param first the column of the first number
     * @return empty where the numbers are no boxes
     */
    static Optional<BoxReading> of(Table boxes, int first) {
        String units = units(boxes, first);
        if (boxes.rows() == 0) {
            return Optional.of(
                    new BoxReading("xyxy", units, Sureness.GUESS, "no box came out to tell"));
        }
        if (share(boxes, first, true) > ALMOST_ALL) {
            return Optional.of(
                    new BoxReading(
                            "xyxy", units, Sureness.LIKELY, "third and fourth are never smaller"));
        }
        if (share(boxes, first, false) > ALMOST_ALL) {
            return Optional.of(
                    new BoxReading("cxcywh", units, Sureness.LIKELY, "the last two are no corner"));
        }
        return Optional.empty();
    }

    /** How many rows are boxes: of two corners, or of a point and an extent. */
    private static double share(Table boxes, int first, boolean corners) {
        int valid = 0;
        for (int row = 0; row < boxes.rows(); row++) {
            float right = boxes.at(row, first + 2);
            float bottom = boxes.at(row, first + 3);
            float left = corners ? boxes.at(row, first) : 0;
            float top = corners ? boxes.at(row, first + 1) : 0;
            if (right >= left && bottom >= top) {
                valid++;
            }
        }
        return (double) valid / boxes.rows();
    }

    private static String units(Table boxes, int first) {
        return boxes.rows() > 0 && boxes.columns(first, first + 4).isWithin(-1, MOST_PICTURES)
                ? "fraction"
                : "pixels";
    }

    /**
     * Of boxes all over a picture: their mean is about its middle, while a single box may be of any
     * size where the numbers that entered the network were not those that it knows.
     */
    private static String unitsOfGrid(Table boxes) {
        double x = boxes.column(0).mean();
        double y = boxes.column(1).mean();
        return Math.abs(x) <= MOST_PICTURES && Math.abs(y) <= MOST_PICTURES ? "fraction" : "pixels";
    }

    private static BoxReading sure(String form, String units, String reason) {
        return new BoxReading(form, units, Sureness.SURE, reason);
    }

    /** Notes form and units as options of a format. */
    Guess describe(Guess guess) {
        return guess.with("boxes", form, sureness, reason)
                .with(
                        "units",
                        units,
                        sureness,
                        units.equals("fraction") ? "numbers are small" : "numbers are large");
    }
}
