package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/**
 * The heads of Yolo-FastestV2: for each cell a box and an objectness for every anchor, and class
 * scores that the anchors share. Which outputs hold them is told by {@link YoloFastestV2Outputs}.
 *
 * <p>A score is objectness times class score, a softmax; a box is encoded like YOLOv5's: {@code
 * handel_preds} in {@code utils/utils.py} of dog-qiuqiu/Yolo-FastestV2. Anchors and picture are
 * those of its {@code data/coco.data}, the thresholds of its {@code test.py}.
 */
final class YoloFastestV2Decoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.fractions(Resize.STRETCH, ColorOrder.BGR),
                            new Thresholds(0.3f, 0.4f, 300, true))
                    .strides(16, 32)
                    .anchors(
                            List.of(
                                    List.of(12.64f, 19.39f, 37.88f, 51.48f, 55.71f, 138.31f),
                                    List.of(126.91f, 78.23f, 131.57f, 214.55f, 279.92f, 258.87f)));

    private static final AnchorEncoding ENCODING = AnchorEncoding.YOLOV5;
    private static final int BOX = 4;

    private final List<SharedScoresHead> heads;
    private final ScoreForm form;
    private final float leastObjectness;
    private final RowScores scores;
    private final BoxReader boxes;
    private final float[] box = new float[BOX];
    private final float[] classRow;

    YoloFastestV2Decoder(DecoderContext context) {
        YoloFastestV2Outputs outputs = new YoloFastestV2Outputs(context);
        heads = outputs.find();
        form = outputs.areRaw() ? ScoreForm.LOGIT : ScoreForm.PROBABILITY;
        leastObjectness = form.least(context.thresholds().confidence());
        scores =
                new RowScores(
                        context.classes(),
                        context.thresholds(),
                        outputs.areRaw() ? ScoreForm.SOFTMAX : ScoreForm.PROBABILITY);
        boxes = new BoxReader(BoxForm.CXCYWH, BoxUnits.PIXELS, context.raster());
        classRow = new float[context.classes()];
    }

    @Override
    public int maxBatch() {
        return heads.stream().mapToInt(head -> head.boxes().maxBatch()).min().orElse(1);
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        for (SharedScoresHead head : heads) {
            CandidateTable objectness = head.objectness().of(outputs, frame);
            CandidateTable boxTable = head.boxes().of(outputs, frame);
            CandidateTable classes = head.classes().of(outputs, frame);
            for (int cell = 0; cell < objectness.count(); cell++) {
                for (int anchor = 0; anchor < head.head().anchorCount(); anchor++) {
                    float object = objectness.number(cell, anchor);
                    if (!(object < leastObjectness)) {
                        classes.copy(cell, classRow);
                        int selected = scores.select(classRow, 0, 1, form.probability(object));
                        readBox(head.head(), boxTable, cell, anchor);
                        boxes.add(box, scores, selected, found);
                    }
                }
            }
        }
    }

    private void readBox(AnchorHead head, CandidateTable table, int cell, int anchor) {
        for (int i = 0; i < BOX; i++) {
            box[i] = table.number(cell, BOX * anchor + i);
        }
        int x = cell % head.columns();
        int y = cell / head.columns();
        box[0] = (ENCODING.center(box[0], form) + x) * head.stride();
        box[1] = (ENCODING.center(box[1], form) + y) * head.stride();
        box[2] = ENCODING.extent(box[2], form) * head.anchorWidth(anchor);
        box[3] = ENCODING.extent(box[3], form) * head.anchorHeight(anchor);
    }
}
