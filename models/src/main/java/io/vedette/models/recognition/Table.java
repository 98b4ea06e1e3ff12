package io.vedette.models.recognition;

import java.util.Optional;

/** An output as rows and columns, those of the first frame of the run. */
final class Table {

    private final SeenTensor tensor;
    private final int rows;
    private final int columns;
    private final int rowStep;
    private final int columnStep;

    private Table(SeenTensor tensor, int rows, int columns, int rowStep, int columnStep) {
        this.tensor = tensor;
        this.rows = rows;
        this.columns = columns;
        this.rowStep = rowStep;
        this.columnStep = columnStep;
    }

    /**
     * The last dimension that is not 1 as columns, the one before it as rows; empty where others
     * but the batch are not 1.
     */
    static Optional<Table> of(SeenTensor tensor) {
        int rank = tensor.rank();
        if (rank < 2 || rank > 4) {
            return Optional.empty();
        }
        int columns = tensor.size(-1);
        int rows = tensor.size(rank == 4 && tensor.size(2) == 1 ? 1 : -2);
        int others = 1;
        for (int d = rank == 2 ? 0 : 1; d < rank; d++) {
            others *= tensor.size(d);
        }
        if (others != rows * columns) {
            return Optional.empty();
        }
        int filled = tensor.values().length == 0 ? 0 : rows;
        return Optional.of(new Table(tensor, filled, columns, columns, 1));
    }

    /** The same with rows and columns exchanged. */
    Table transposed() {
        return new Table(tensor, columns, rows, columnStep, rowStep);
    }

    SeenTensor tensor() {
        return tensor;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    float at(int row, int column) {
        return tensor.values()[row * rowStep + column * columnStep];
    }

    Column column(int column) {
        return Column.of(tensor.values(), column * columnStep, rowStep, rows);
    }

    /** Neighbouring columns as one. */
    Column columns(int first, int end) {
        Column joined = column(first);
        for (int c = first + 1; c < end; c++) {
            Column next = column(c);
            joined =
                    new Column(
                            joined.count() + next.count(),
                            Math.min(joined.min(), next.min()),
                            Math.max(joined.max(), next.max()),
                            (joined.mean() * (c - first) + next.mean()) / (c - first + 1),
                            joined.whole() && next.whole());
        }
        return joined;
    }
}
