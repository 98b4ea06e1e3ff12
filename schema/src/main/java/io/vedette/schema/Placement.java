package io.vedette.schema;

/**
 * Where a source picture lies in a raster, and so how to come back from it. Of a picture that
 * reaches beyond the raster, only what is inside is there.
 *
 * @param left first column of the picture in the raster, negative where it begins outside
 * @param top first row of the picture in the raster, negative where it begins outside
 * @param width columns of the whole scaled picture
 * @param height rows of the whole scaled picture
 * @param scaleX raster pixels per source pixel, horizontally
 * @param scaleY raster pixels per source pixel, vertically
 */
public record Placement(int left, int top, int width, int height, float scaleX, float scaleY) {

    /** A placement whose scales follow from its extent. */
    static Placement scaled(
            int left, int top, int width, int height, int sourceWidth, int sourceHeight) {
        return new Placement(
                left,
                top,
                width,
                height,
                (float) width / sourceWidth,
                (float) height / sourceHeight);
    }

    /** The columns of the scaled picture that a raster of some width shows. */
    public Span columns(int rasterWidth) {
        return Span.of(left, width, rasterWidth);
    }

    /** The rows of the scaled picture that a raster of some height shows. */
    public Span rows(int rasterHeight) {
        return Span.of(top, height, rasterHeight);
    }

    /** The source column of a raster column. */
    public float sourceX(float rasterX) {
        return (rasterX - left) / scaleX;
    }

    /** The source row of a raster row. */
    public float sourceY(float rasterY) {
        return (rasterY - top) / scaleY;
    }
}
