package io.vedette.quickstart.scenes.world;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a simulated object is; the order is that of the class ids, from 0. */
public enum Kind {
    PERSON(0.34, 0.44, 1.7),
    BICYCLE(1.8, 0.4, 1.6),
    CAR(4.4, 1.76, 1.4),
    VAN(5.4, 2.0, 2.3),
    BUS(11.2, 2.5, 3.0);

    private static final List<String> LABELS = Stream.of(values()).map(Kind::label).toList();

    private final double length;
    private final double width;
    private final double height;

    Kind(double length, double width, double height) {
        this.length = length;
        this.width = width;
        this.height = height;
    }

    /** The usual length, in metres. */
    public double length() {
        return length;
    }

    /** The usual width, in metres. */
    public double width() {
        return width;
    }

    /** The usual height, in metres. */
    public double height() {
        return height;
    }

    /** Its place among the labels. */
    public int classId() {
        return LABELS.indexOf(label());
    }

    /** The labels of all kinds, by class id. */
    public static List<String> labels() {
        return LABELS;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it drives in a lane for motor traffic. */
    public boolean motor() {
        return this == CAR || this == VAN || this == BUS;
    }
}
