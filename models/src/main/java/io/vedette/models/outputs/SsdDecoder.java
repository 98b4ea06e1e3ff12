package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

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

    private final FinishedBoxes finished;
    private final FinishedParts parts;
    private final float firstClass;
    private final RowCount count;
    private final FrameValues boxes = new FrameValues();
    private final FrameValues scores = new FrameValues();
    private final FrameValues classes = new FrameValues();

    SsdDecoder(DecoderContext context) {
        finished = new FinishedBoxes(context);
        parts = new FinishedParts(context);
        firstClass = context.spec().firstClass();
        count = new RowCount(context);
    }

    @Override
    public int maxBatch() {
        return parts.batched() ? Integer.MAX_VALUE : 1;
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        float[] box = read(boxes, outputs, parts.boxes(), frame);
        float[] score = parts.scores() < 0 ? box : read(scores, outputs, parts.scores(), frame);
        float[] type = parts.classes() < 0 ? box : read(classes, outputs, parts.classes(), frame);
        int width = parts.width();
        int rows = count.of(outputs, frame, boxes.size() / width);
        for (int i = 0; i < rows; i++) {
            finished.add(
                    box,
                    i * width,
                    parts.scores() < 0 ? box[(i + 1) * width - 1] : score[i],
                    parts.classes() < 0 ? firstClass : type[i],
                    found);
        }
    }

    private float[] read(FrameValues values, List<RawOutput> outputs, int output, int frame) {
        return values.read(outputs.get(output), frame, parts.batched());
    }
}
