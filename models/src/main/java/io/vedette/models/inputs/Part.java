package io.vedette.models.inputs;

/**
 * The part of one side of a scaled picture that a raster shows.
 *
 * @param source pixels of the side before it is scaled
 * @param scaled pixels of the side as it is scaled
 * @param from the first of the latter that is shown
 * @param count how many are shown
 * @param at where the first lies in the raster
 */
record Part(int source, int scaled, int from, int count, int at) {

    /**
     * @param start where the scaled side begins in the raster, maybe before it
     * @param raster pixels of the raster's side
     */
    static Part of(int source, int scaled, int start, int raster) {
        int at = Math.max(0, start);
        int from = Math.max(0, -start);
        return new Part(source, scaled, from, Math.min(scaled - from, raster - at), at);
    }

    /** Old pixels per new one. */
    double step() {
        return (double) source / scaled;
    }
}
