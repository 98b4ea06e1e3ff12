package io.vedette.models.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether columns of a table follow the cells of a grid: a decoded box lies near its cell, a raw
 * offset anywhere. Anchors may come before the cells or within each, and the levels in both orders.
 */
final class GridOrder {

    /** A raw offset correlates with its cell below 0.3, a decoded centre above 0.9. */
    private static final double FOLLOWS = 0.8;

    private final Table table;
    private final double[] across;
    private final double[] down;

    private GridOrder(Table table, double[] across, double[] down) {
        this.table = table;
        this.across = across;
        this.down = down;
    }

    /** The order of the rows that explains the first two columns best. */
    static GridOrder of(Observation seen, Table table, List<Integer> strides, int perCell) {
        List<Integer> reversed = new ArrayList<>(strides);
        Collections.reverse(reversed);
        return Stream.of(
                        laidOut(seen, table, strides, perCell, true),
                        laidOut(seen, table, strides, perCell, false),
                        laidOut(seen, table, reversed, perCell, true),
                        laidOut(seen, table, reversed, perCell, false))
                .max(Comparator.comparing(GridOrder::fit))
                .orElseThrow();
    }

    private static GridOrder laidOut(
            Observation seen,
            Table table,
            List<Integer> strides,
            int perCell,
            boolean anchorsFirst) {
        double[] across = new double[table.rows()];
        double[] down = new double[table.rows()];
        int row = 0;
        for (int stride : strides) {
            int columns = Strides.columns(seen, stride);
            int cells = columns * Strides.rows(seen, stride);
            for (int i = 0; i < cells * perCell; i++) {
                int cell = anchorsFirst ? i % cells : i / perCell;
                across[row] = (cell % columns + 0.5) * stride;
                int line = cell / columns;
                down[row++] = (line + 0.5) * stride;
            }
        }
        return new GridOrder(table, across, down);
    }

    private double fit() {
        double xFirst = correlation(0, across) + correlation(1, down);
        double yFirst = correlation(0, down) + correlation(1, across);
        return Math.max(xFirst, yFirst);
    }

    /** Whether a column grows from left to right. */
    boolean isHorizontal(int column) {
        return correlation(column, across) > FOLLOWS;
    }

    /** Whether a column grows from top to bottom. */
    boolean isVertical(int column) {
        return correlation(column, down) > FOLLOWS;
    }

    /** Pearson's correlation; 0 where a column is constant or not finite. */
    private double correlation(int column, double[] places) {
        double meanPlace = 0;
        double meanValue = 0;
        for (int i = 0; i < places.length; i++) {
            meanPlace += places[i] / places.length;
            meanValue += table.at(i, column) / places.length;
        }
        double both = 0;
        double place = 0;
        double value = 0;
        for (int i = 0; i < places.length; i++) {
            double p = places[i] - meanPlace;
            double v = table.at(i, column) - meanValue;
            both += p * v;
            place += p * p;
            value += v * v;
        }
        double correlation = both / Math.sqrt(place * value);
        return Double.isFinite(correlation) ? correlation : 0;
    }
}
