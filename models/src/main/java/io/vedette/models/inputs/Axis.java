package io.vedette.models.inputs;

/**
 * Which neighbouring old positions along one axis make up each new one. Those beyond the picture
 * are its outermost, or weigh nothing.
 *
 * @param first the first old position, by new one
 * @param weights fixed-point weights, by neighbour (an even number of them) and new position
 */
record Axis(int[] first, int[][] weights) {

    static Axis of(int positions, int neighbours) {
        return new Axis(new int[positions], new int[neighbours + neighbours % 2][positions]);
    }

    int positions() {
        return first.length;
    }

    int neighbours() {
        return weights.length;
    }
}
