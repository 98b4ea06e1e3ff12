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
    private final float least;
    private final RowScores scores;
    private final BoxReader boxes;
    private final float[] row;
    private float[] best = new float[0];
    private float[] next = new float[0];

    Yolov8Decoder(DecoderContext context) {
        output = CandidateOutput.of(context, CLASSES);
        least = context.spec().scores().least(context.thresholds().confidence());
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
        if (table.isByNumber()) {
            findBest(table);
        }
        for (int i = 0; i < table.count(); i++) {
            if (!table.isByNumber() || !(best[i] < least)) {
                table.copy(i, row);
                boxes.add(row, scores, scores.select(row, CLASSES, 1, 1), found);
            }
        }
    }

    /** The highest class score of every candidate; not a number where one is not. */
    private void findBest(CandidateTable table) {
        if (best.length < table.count()) {
            best = new float[table.count()];
            next = new float[table.count()];
        }
        table.copyNumber(CLASSES, best);
        for (int number = CLASSES + 1; number < row.length; number++) {
            table.copyNumber(number, next);
            keepHigher(best, next, table.count());
        }
    }

    /** A loop of its own, so that the compiler makes vector instructions of it. */
    private static void keepHigher(float[] best, float[] next, int count) {
        for (int i = 0; i < count; i++) {
            best[i] = Math.max(best[i], next[i]);
        }
    }
}
