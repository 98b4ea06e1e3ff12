package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import java.util.List;

/**
 * Raw heads with anchors: for each stride, anchor and cell centre x, centre y, width, height,
 * objectness, class scores, before the sigmoid (with {@code scores: probability} after it). How
 * they may lie in the outputs is told by {@link HeadOrder}.
 *
 * <p>A score is objectness times class score. With {@code scores: softmax} the class scores are a
 * softmax, as YOLOv2's are, and the rest is as ever.
 *
 * <p>The default anchors are those that YOLOv3 and YOLOv5 share for COCO: {@code cfg/yolov3.cfg} of
 * pjreddie/darknet, {@code models/yolov5s.yaml} of ultralytics/yolov5. YOLOv2 gives its anchors in
 * cells: a package gives them times the stride.
 */
final class AnchorHeadsDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(Yolov5Decoder.PICTURE, Yolov5Decoder.THRESHOLDS)
                    .strides(8, 16, 32)
                    .anchors(
                            List.of(
                                    List.of(10f, 13f, 16f, 30f, 33f, 23f),
                                    List.of(30f, 61f, 62f, 45f, 59f, 119f),
                                    List.of(116f, 90f, 156f, 198f, 373f, 326f)))
                    .scores(ScoreForm.LOGIT);

    private static final int OBJECTNESS = 4;
    private static final int CLASSES = 5;

    private final AnchorEncoding encoding;
    private final List<PlacedHead> heads;
    private final ScoreForm form;
    private final float leastObjectness;
    private final RowScores scores;
    private final BoxReader boxes;
    private final float[] row;

    AnchorHeadsDecoder(DecoderContext context, AnchorEncoding encoding) {
        this.encoding = encoding;
        heads = new AnchorHeads(context, CLASSES).find();
        form = context.spec().scores().ofOne();
        leastObjectness = form.least(context.thresholds().confidence());
        scores = new RowScores(context.classes(), context.thresholds(), context.spec().scores());
        boxes = new BoxReader(BoxForm.CXCYWH, BoxUnits.PIXELS, context.raster());
        row = new float[CLASSES + context.classes()];
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        for (PlacedHead placed : heads) {
            for (int anchor = 0; anchor < placed.head().anchorCount(); anchor++) {
                CandidateTable cells = placed.table(outputs, frame, anchor);
                for (int cell = 0; cell < cells.count(); cell++) {
                    if (!(cells.number(cell, OBJECTNESS) < leastObjectness)) {
                        cells.copy(cell, row);
                        decodeCell(placed.head(), anchor, cell, found);
                    }
                }
            }
        }
    }

    private void decodeCell(AnchorHead head, int anchor, int cell, Candidates found) {
        int selected = scores.select(row, CLASSES, 1, form.probability(row[OBJECTNESS]));
        if (selected > 0) {
            int x = cell % head.columns();
            int y = cell / head.columns();
            row[0] = (encoding.center(row[0], form) + x) * head.stride();
            row[1] = (encoding.center(row[1], form) + y) * head.stride();
            row[2] = encoding.extent(row[2], form) * head.anchorWidth(anchor);
            row[3] = encoding.extent(row[3], form) * head.anchorHeight(anchor);
            boxes.add(row, scores, selected, found);
        }
    }
}
