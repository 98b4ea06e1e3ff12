package io.vedette.schema;

import java.io.Serializable;

/**
 * The picture that a model wants to see: interleaved rows (height x width x channel) of unsigned
 * bytes.
 *
 * @param width of the raster, in pixels
 * @param height of the raster, in pixels
 * @param resize how a source picture is brought into the raster
 * @param anchor where a letterboxed picture lies; ignored otherwise
 * @param padding the value, 0..255, of every byte that a letterbox leaves free
 * @param color the order of a pixel's bytes
 */
public record RasterSpec(
        int width, int height, Resize resize, Anchor anchor, int padding, ColorOrder color)
        implements Serializable {

    /** Keeps a product such as 432 x (416 / 768), 233.99999999999997, from losing a row. */
    private static final double ROUNDING_SLACK = 1e-6;

    public RasterSpec {
        Names.positive("Raster width", width);
        Names.positive("Raster height", height);
        if (padding < 0 || padding > 255) {
            throw new IllegalArgumentException(
                    "Raster padding must be in 0..255 but was %d.".formatted(padding));
        }
    }

    /** Bytes of one raster. */
    public int size() {
        return width * height * color.channels();
    }

    /**
     * Where a source picture of the given size comes to lie in this raster.
     *
     * <p>A letterbox scales by {@code r = min(width / sourceWidth, height / sourceHeight)} and cuts
     * the scaled extent down to whole pixels, as the YOLOX toolkit does ({@code preproc} in {@code
     * yolox/data/data_augment.py}).
     */
    public Placement place(int sourceWidth, int sourceHeight) {
        if (resize == Resize.STRETCH) {
            return new Placement(
                    0,
                    0,
                    width,
                    height,
                    (float) width / sourceWidth,
                    (float) height / sourceHeight);
        }
        double ratio = Math.min((double) width / sourceWidth, (double) height / sourceHeight);
        int w = Math.max(1, (int) (sourceWidth * ratio + ROUNDING_SLACK));
        int h = Math.max(1, (int) (sourceHeight * ratio + ROUNDING_SLACK));
        int left = anchor == Anchor.CENTER ? (width - w) / 2 : 0;
        int top = anchor == Anchor.CENTER ? (height - h) / 2 : 0;
        return new Placement(left, top, w, h, (float) ratio, (float) ratio);
    }
}
