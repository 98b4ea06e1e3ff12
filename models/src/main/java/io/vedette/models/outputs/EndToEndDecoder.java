package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Column;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Finished detections, a row of numbers each: one output {@code [batch, rows, columns]}, or {@code
 * [rows, columns]} of all frames together. There a column may say which frame a row is of; else an
 * output with a number for each frame says how many of the rows, in order, are its own; else there
 * is one frame in a run. Rows of score 0 or of a class below the first are empty. Without a column
 * for it a score is 1, and the class the only one.
 *
 * <p>The defaults are those of Ultralytics' YOLOv10, YOLO26 and {@code nms=True} exports ({@code
 * ultralytics/engine/exporter.py}): {@code [batch, 300, 6]} with box, score, class. Other exporters
 * and their columns:
 *
 * <ul>
 *   <li>YOLOv7 {@code --end2end} ({@code ONNX_ORT} in {@code models/experimental.py} of
 *       WongKinYiu/yolov7): frame, box, class, score
 *   <li>PaddleDetection ({@code multiclass_nms}): class, score, box, beside a count
 *   <li>SuperGradients' flat format ({@code conversion/onnx/nms.py}): frame, box, score, class
 *   <li>Caffe's {@code DetectionOutput}: frame, class, score, box, in fractions, classes from 1
 * </ul>
 */
final class EndToEndDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.fractions(Resize.LETTERBOX, ColorOrder.RGB),
                            new Thresholds(0.25f, 1, 300, false))
                    .boxes(BoxForm.XYXY, BoxUnits.PIXELS)
                    .firstClass(0)
                    .columns(Column.BOX, Column.SCORE, Column.CLASS)
                    .tensors();

    private static final int BOX_SIZE = 4;

    private final List<Column> columns;
    private final FinishedBoxes boxes;
    private final float firstClass;
    private final float[] row;
    private final int output;
    private final RowCount filled;
    private final boolean batched;

    EndToEndDecoder(DecoderContext context) {
        columns = context.spec().columns();
        boxes = new FinishedBoxes(context);
        firstClass = context.spec().firstClass();
        row = new float[columns.size() + BOX_SIZE - 1];
        requireColumns(context);
        output = context.part(Part.BOXES, rows -> fits(context, rows), "det", "box", "output");
        filled = new RowCount(context);
        batched = output >= 0 && context.outputs().get(output).rank() > 2 && !has(Column.FRAME);
        if (output >= 0) {
            requireRows(context, context.outputs().get(output));
        }
    }

    private void requireColumns(DecoderContext context) {
        boolean typed = count(Column.CLASS) == 1 || context.classes() == 1;
        if (count(Column.BOX) != 1
                || count(Column.SCORE) > 1
                || count(Column.CLASS) > 1
                || count(Column.FRAME) > 1
                || !typed) {
            context.problem(
                    "'output.columns' must have box once, score and frame at most once, and class"
                            + " once where there are several labels, but was %s.",
                    listed());
        }
    }

    private int count(Column column) {
        return Collections.frequency(columns, column);
    }

    /** Whether an output can hold the rows; the only one must, or it is said why it does not. */
    private boolean fits(DecoderContext context, Tensor rows) {
        return context.outputs().size() == 1
                || (rows.rank() >= 2 && rows.fits(rows.rank() - 1, row.length));
    }

    private void requireRows(DecoderContext context, Tensor rows) {
        if (rows.rank() < 2 || !rows.fits(rows.rank() - 1, row.length)) {
            context.problem(
                    "output %s does not have rows of %d numbers, as 'output.columns' %s says.",
                    rows, row.length, listed());
        }
    }

    private String listed() {
        return columns.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public int maxBatch() {
        return batched || has(Column.FRAME) || filled.isGiven() ? Integer.MAX_VALUE : 1;
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        RawOutput rows = outputs.get(output);
        int all = rows.values().limit() / row.length;
        if (has(Column.FRAME)) {
            decode(rows, 0, all, frame, found);
        } else if (batched) {
            int each = rows.stride() / row.length;
            decode(rows, frame * each, filled.of(outputs, frame, each), frame, found);
        } else {
            int first = 0;
            for (int earlier = 0; earlier < frame; earlier++) {
                first += filled.of(outputs, earlier, all - first);
            }
            decode(rows, first, filled.of(outputs, frame, all - first), frame, found);
        }
    }

    private void decode(RawOutput rows, int first, int size, int frame, Candidates found) {
        for (int i = first; i < first + size; i++) {
            rows.copy(i * row.length, row, row.length);
            if (number(Column.FRAME, frame) == frame) {
                float score = number(Column.SCORE, 1);
                float type = number(Column.CLASS, firstClass);
                boxes.add(row, columns.indexOf(Column.BOX), score, type, found);
            }
        }
    }

    private boolean has(Column column) {
        return columns.contains(column);
    }

    /** A number of the row; a fallback where no column holds it. */
    private float number(Column column, float fallback) {
        int index = columns.indexOf(column);
        if (index < 0) {
            return fallback;
        }
        return row[index < columns.indexOf(Column.BOX) ? index : index + BOX_SIZE - 1];
    }
}
