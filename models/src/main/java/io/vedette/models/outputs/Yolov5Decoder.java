package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/**
 * The finished boxes of YOLOv5: one output {@code [batch, candidates, 5 + classes]}, or its
 * transpose; a row is a box, objectness, class scores. YOLOv6, YOLOv7 and YOLOX graphs that decode
 * their boxes put out the same.
 *
 * <p>A score is objectness times class score: {@code non_max_suppression} in {@code
 * utils/general.py} of ultralytics/yolov5, whose default thresholds these are; boxes are those of
 * {@code Detect} in {@code models/yolo.py}, pictures those of {@code letterbox} in {@code
 * utils/augmentations.py}.
 */
final class Yolov5Decoder implements OutputDecoder {

    static final Picture PICTURE = Picture.fractions(Resize.LETTERBOX, ColorOrder.RGB);
    static final Thresholds THRESHOLDS = new Thresholds(0.25f, 0.45f, 300, false);
    static final Defaults DEFAULTS =
            new Defaults(PICTURE, THRESHOLDS)
                    .boxes(BoxForm.CXCYWH, BoxUnits.PIXELS)
                    .scores(ScoreForm.PROBABILITY)
                    .tensors();

    private static final int OBJECTNESS = 4;
    private static final int CLASSES = 5;

    private final CandidateOutput output;
    private final ScoreForm objectness;
    private final float leastObjectness;
    private final RowScores scores;
    private final BoxReader boxes;
    private final float[] row;

    Yolov5Decoder(DecoderContext context) {
        output = CandidateOutput.of(context, CLASSES);
        objectness = context.spec().scores().ofOne();
        leastObjectness = objectness.least(context.thresholds().confidence());
        scores = new RowScores(context.classes(), context.thresholds(), context.spec().scores());
        boxes = BoxReader.of(context);
        row = new float[CLASSES + context.classes()];
    }

    @Override
    public int maxBatch() {
        return output.maxBatch();
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        CandidateTable table = output.table(outputs, frame);
        for (int i = 0; i < table.count(); i++) {
            if (!(table.number(i, OBJECTNESS) < leastObjectness)) {
                table.copy(i, row);
                float factor = objectness.probability(row[OBJECTNESS]);
                boxes.add(row, scores, scores.select(row, CLASSES, 1, factor), found);
            }
        }
    }
}
