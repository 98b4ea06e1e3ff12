package io.vedette.schema;

import java.io.Serializable;

/**
 * The picture that a model wants to see: a plane of unsigned bytes for each channel (channel x
 * height x width).
 *
 * @param width of the raster, in pixels
 * @param height of the raster, in pixels
 * @param resize how a source picture is brought into the raster
 * @param anchor where a letterboxed picture lies; ignored otherwise
 * @param padding the value, 0..255, of every byte that a letterbox leaves free
 * @param color the order of the planes
 * @param crop how much of the shorter side a centre crop leaves, above 0 and at most 1; ignored
 *     otherwise
 * @param filter how pixels are interpolated
 */
public record RasterSpec(
        int width,
        int height,
        Resize resize,
        Anchor anchor,
        int padding,
        ColorOrder color,
        double crop,
        ResizeFilter filter)
        implements Serializable {

    public RasterSpec {
        Names.positive("Raster width", width);
        Names.positive("Raster height", height);
        if (padding < 0 || padding > 255) {
            throw new IllegalArgumentException(
                    "Raster padding must be in 0..255 but was %d.".formatted(padding));
        }
        if (!(crop > 0 && crop <= 1)) {
            throw new IllegalArgumentException(
                    "Raster crop must be above 0 and at most 1 but was %s.".formatted(crop));
        }
    }

    /** A raster that is not antialiased, and of which a centre crop leaves the shorter side. */
    public RasterSpec(
            int width, int height, Resize resize, Anchor anchor, int padding, ColorOrder color) {
        this(width, height, resize, anchor, padding, color, 1, ResizeFilter.BILINEAR);
    }

    /** Bytes of one raster. */
    public int size() {
        return width * height * color.channels();
    }

    /**
     * Where a source picture of the given size comes to lie in this raster. A centre crop begins
     * left of and above the raster, and reaches beyond it; all else lies within it.
     */
    public Placement place(int sourceWidth, int sourceHeight) {
        return switch (resize) {
            case LETTERBOX -> Letterbox.place(this, sourceWidth, sourceHeight);
            case STRETCH -> Placement.scaled(0, 0, width, height, sourceWidth, sourceHeight);
            case CENTER_CROP -> CenterCrop.place(this, sourceWidth, sourceHeight);
        };
    }
}
