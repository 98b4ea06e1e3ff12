package io.vedette.schema;

/**
 * The part of one side of a scaled picture that a raster shows.
 *
 * @param from the first of its pixels that is shown
 * @param count how many are shown
 * @param at where the first lies in the raster
 */
public record Span(int from, int count, int at) {

    /**
     * @param start where the side begins in the raster, maybe before it
     * @param extent its pixels
     * @param side pixels of the raster's side
     */
    static Span of(int start, int extent, int side) {
        int at = Math.max(0, start);
        int from = Math.max(0, -start);
        return new Span(from, Math.min(extent - from, side - at), at);
    }
}
