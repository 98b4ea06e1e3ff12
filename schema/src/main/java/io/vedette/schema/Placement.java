package io.vedette.schema;

/**
 * Where a source picture lies in a raster, and so how to come back from it.
 *
 * @param left first column of the picture in the raster
 * @param top first row of the picture in the raster
 * @param width columns that the picture covers
 * @param height rows that the picture covers
 * @param scaleX raster pixels per source pixel, horizontally
 * @param scaleY raster pixels per source pixel, vertically
 */
public record Placement(int left, int top, int width, int height, float scaleX, float scaleY) {

    /** The source column of a raster column. */
    public float sourceX(float rasterX) {
        return (rasterX - left) / scaleX;
    }

    /** The source row of a raster row. */
    public float sourceY(float rasterY) {
        return (rasterY - top) / scaleY;
    }
}
