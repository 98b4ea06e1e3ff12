package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finished detections in an output for each of their parts: boxes {@code [batch, rows, 4]}, scores
 * {@code [batch, rows]}, classes {@code [batch, rows]} and maybe a count {@code [batch]} of the
 * rows that are filled. Without the batch dimension there is one frame in a run. Boxes of five
 * numbers hold the score in the last, and a graph of one label may leave out the classes. Boxes
 * that the package names may have further numbers behind the first four.
 *
 * <p>The defaults are those of the TensorFlow Object Detection API ({@code
 * object_detection/exporter_lib_v2.py} and {@code visualization_utils.py}): boxes are top, left,
 * bottom, right in fractions, and classes count from 1. Other exporters differ in these:
 *
 * <ul>
 *   <li>RT-DETR, D-FINE and DEIM ({@code labels}, {@code boxes}, {@code scores}): see {@link Detr}
 *   <li>TFLite's {@code TFLite_Detection_PostProcess}: classes from 0
 *   <li>TensorRT's {@code EfficientNMS}: boxes xyxy in pixels, classes from 0
 *   <li>torchvision ({@code models/detection/transform.py}): boxes xyxy in pixels
 *   <li>the ONNX model zoo's SSD: boxes xyxy in fractions
 *   <li>MMDetection (mmdeploy's {@code dets} and {@code labels}): boxes xyxy in pixels with the
 *       score behind them, classes from 0
 * </ul>
 */
final class SsdDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.bytes(Resize.STRETCH, ColorOrder.RGB).nhwc(),
                            new Thresholds(0.5f, 1, 100, false))
                    .boxes(BoxForm.YXYX, BoxUnits.FRACTION)
                    .firstClass(1)
                    .tensors();

    private static final int BOX_SIZE = 4;
    private static final int SCORED_BOX_SIZE = 5;

    private final FinishedBoxes finished;
    private final float firstClass;
    private final int boxes;
    private final int boxSize;
    private final boolean batched;
    private final int scores;
    private final int classes;
    private final RowCount count;
    private final FrameValues boxValues = new FrameValues();
    private final FrameValues scoreValues = new FrameValues();
    private final FrameValues classValues = new FrameValues();

    SsdDecoder(DecoderContext context) {
        finished = new FinishedBoxes(context);
        firstClass = context.spec().firstClass();
        boxes = context.part(Part.BOXES, output -> areRows(context, output), "box", "dets");
        @Nullable Tensor rows = boxes < 0 ? null : context.outputs().get(boxes);
        boxSize = rows == null ? BOX_SIZE : width(rows);
        batched = rows != null && rows.rank() == 3;
        scores = rows == null || boxSize == SCORED_BOX_SIZE ? -1 : scores(context, rows);
        classes = rows == null ? -1 : classes(context, rows);
        count = new RowCount(context);
        if (rows != null) {
            requireShapes(context, rows);
        }
    }

    /** Numbers of a row; the wanted ones where that is open. */
    private static int width(Tensor rows) {
        int last = rows.rank() - 1;
        return last < 0 || rows.fits(last, BOX_SIZE) ? BOX_SIZE : (int) rows.size(last);
    }

    /** Whether a graph has boxes and a number for each of them. */
    static boolean fits(DecoderContext context) {
        return context.outputs().stream().anyMatch(output -> areRows(context, output));
    }

    private static int scores(DecoderContext context, Tensor rows) {
        return context.part(
                Part.SCORES,
                output -> output.isFractional() && isOfRows(output, rows),
                "score",
                "conf",
                "prob",
                "postprocess:2");
    }

    private int classes(DecoderContext context, Tensor rows) {
        Predicate<Tensor> fits =
                output ->
                        isOfRows(output, rows)
                                && (scores < 0 || !output.equals(context.outputs().get(scores)));
        String[] hints = {"class", "label", "postprocess:1"};
        return context.classes() == 1
                ? context.optionalPart(Part.CLASSES, fits, hints)
                : context.part(Part.CLASSES, fits, hints);
    }

    /** Whether an output can hold boxes, since another has a number for each of them. */
    private static boolean areRows(DecoderContext context, Tensor boxes) {
        int size = isTable(boxes) ? width(boxes) : 0;
        return context.outputs().stream()
                .filter(output -> isOfRows(output, boxes))
                .anyMatch(
                        output ->
                                size == SCORED_BOX_SIZE
                                        || (size == BOX_SIZE && output.isFractional()));
    }

    private static boolean isTable(Tensor output) {
        return output.rank() == 2 || output.rank() == 3;
    }

    /** Whether an output has a number for each row of another. */
    private static boolean isOfRows(Tensor output, Tensor rows) {
        return output.rank() == rows.rank() - 1
                && IntStream.range(0, output.rank())
                        .allMatch(d -> output.fits(d, rows.size(d)) || rows.size(d) == Tensor.OPEN);
    }

    private void requireShapes(DecoderContext context, Tensor rows) {
        if (!isTable(rows) || boxSize < BOX_SIZE) {
            context.problem(
                    "output %s: format %s has boxes [batch, rows, 4].",
                    rows, context.spec().format().key());
            return;
        }
        for (int part : new int[] {scores, classes}) {
            if (part >= 0 && !isOfRows(context.outputs().get(part), rows)) {
                context.problem(
                        "output %s does not have a number for each row of %s.",
                        context.outputs().get(part), rows);
            }
        }
    }

    @Override
    public int maxBatch() {
        return batched ? Integer.MAX_VALUE : 1;
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        float[] box = boxValues.read(outputs.get(boxes), frame, batched);
        float[] score = scores < 0 ? box : scoreValues.read(outputs.get(scores), frame, batched);
        float[] type = classes < 0 ? box : classValues.read(outputs.get(classes), frame, batched);
        int rows = count.of(outputs, frame, boxValues.size() / boxSize);
        for (int i = 0; i < rows; i++) {
            finished.add(
                    box,
                    i * boxSize,
                    score[scores < 0 ? i * boxSize + BOX_SIZE : i],
                    classes < 0 ? firstClass : type[i],
                    found);
        }
    }
}
