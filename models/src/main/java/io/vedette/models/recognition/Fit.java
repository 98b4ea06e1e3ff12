package io.vedette.models.recognition;

import io.vedette.schema.Anchor;
import io.vedette.schema.Resize;

/** How a picture of another shape is fitted in. */
public enum Fit {
    /** Both sides on their own. */
    STRETCH(Resize.STRETCH, Anchor.TOP_LEFT, 0, 1),
    /** In the middle of grey. */
    CENTERED(Resize.LETTERBOX, Anchor.CENTER, 114, 1),
    /** In the middle of black. */
    CENTERED_BLACK(Resize.LETTERBOX, Anchor.CENTER, 0, 1),
    /** Above or left of grey. */
    TOP_LEFT(Resize.LETTERBOX, Anchor.TOP_LEFT, 114, 1),
    /** Above or left of black. */
    TOP_LEFT_BLACK(Resize.LETTERBOX, Anchor.TOP_LEFT, 0, 1),
    /** The largest square. */
    CROP(Resize.CENTER_CROP, Anchor.CENTER, 0, 1),
    /** The middle of the largest square, as 224 of 256 pixels. */
    CROP_875(Resize.CENTER_CROP, Anchor.CENTER, 0, 0.875);

    private final Resize resize;
    private final Anchor anchor;
    private final int padding;
    private final double crop;

    Fit(Resize resize, Anchor anchor, int padding, double crop) {
        this.resize = resize;
        this.anchor = anchor;
        this.padding = padding;
        this.crop = crop;
    }

    public Resize resize() {
        return resize;
    }

    public Anchor anchor() {
        return anchor;
    }

    public int padding() {
        return padding;
    }

    /** How much of the shorter side a centre crop leaves. */
    public double crop() {
        return crop;
    }
}
