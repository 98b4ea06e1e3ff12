package io.vedette.models.inputs;

/** The rows of a resized picture, worked out when they are asked for. */
interface ResizedRows {

    /**
     * A row: planes of blue, green and red, 0..255, valid until the next call.
     *
     * @param y counted from the first row that is shown; must not fall from call to call
     */
    int[][] get(int y);
}
