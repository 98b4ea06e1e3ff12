package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import java.util.List;

/**
 * The finished boxes of YOLOv8: one output {@code [batch, 4 + classes, candidates]}, or its
 * transpose; a candidate is a box and class scores, with no objectness. YOLOv9, YOLO11 and YOLO12
 * put out the same.
 *
 * <p>A score is the class score: {@code non_max_suppression} in {@code ultralytics/utils/nms.py}
 * (before 8.3.200 {@code ops.py}) of ultralytics/ultralytics; boxes are those of {@code Detect} in
 * {@code ultralytics/nn/modules/head.py}. The default thresholds are those of its {@code predict}
 * in {@code ultralytics/cfg/default.yaml}, pictures those of {@code LetterBox} in {@code
 * ultralytics/data/augment.py}.
 */
final class Yolov8Decoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(Yolov5Decoder.PICTURE, new Thresholds(0.25f, 0.7f, 300, false))
                    .boxes(BoxForm.CXCYWH, BoxUnits.PIXELS)
                    .scores(ScoreForm.PROBABILITY)
                    .tensors();

    private static final int CLASSES = 4;

    private final CandidateOutput output;
    private final RowScores scores;
    private final StrongCandidates strong;
    private final BoxReader boxes;
    private final float[] row;

    Yolov8Decoder(DecoderContext context) {
        output = CandidateOutput.of(context, CLASSES);
        scores = new RowScores(context.classes(), context.thresholds(), context.spec().scores());
        strong = scores.strongCandidates(CLASSES);
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
        for (int i = strong.first(table); i < table.count(); i = strong.after(i)) {
            table.copy(i, row);
            boxes.add(row, scores, scores.select(row, CLASSES, 1, 1), found);
        }
    }
}
