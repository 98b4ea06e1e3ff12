package io.vedette.quickstart.scenes.world;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a simulated object is; the order is that of the class ids, from 0. */
public enum Kind {
    PERSON,
    BICYCLE,
    CAR,
    VAN,
    BUS;

    private static final List<String> LABELS = Stream.of(values()).map(Kind::label).toList();

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
