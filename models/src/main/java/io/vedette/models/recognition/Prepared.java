package io.vedette.models.recognition;

import io.vedette.schema.ColorOrder;

/**
 * How a picture enters a network.
 *
 * @param of who does so, to follow an "as"
 */
public record Prepared(String of, Fit fit, ColorOrder color, Scale scale) {

    /** Whether a network gets smaller numbers than by another way. */
    public boolean isGentlerThan(Prepared other) {
        return scale.std().get(0) > other.scale.std().get(0);
    }

    /** Whether the same numbers enter the network where a picture has its shape. */
    public boolean hasPixelsOf(Prepared other) {
        return color == other.color && scale == other.scale;
    }

    /** The same with another scale, which somebody has. */
    public Prepared scaled(Scale other, String as) {
        return scale == other ? this : new Prepared(as, fit, color, other);
    }

    /** The same with red and blue exchanged; grey stays. */
    public Prepared recolored(String as) {
        return switch (color) {
            case RGB -> new Prepared(as, fit, ColorOrder.BGR, scale.reversed());
            case BGR -> new Prepared(as, fit, ColorOrder.RGB, scale.reversed());
            case GREY -> this;
        };
    }

    /** The same fitted in another way. */
    public Prepared fitted(Fit other, String as) {
        return fit == other ? this : new Prepared(as, other, color, scale);
    }
}
