package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/**
 * The raw heads of the SSD family: corrections of anchor boxes {@code [batch, anchors, 4]} beside
 * class scores {@code [batch, anchors, classes]}, with a background; for one frame also without the
 * batch. Where the anchors lie is told by {@link AnchorTiling}.
 *
 * <p>A centre is the anchor's plus {@code 0.1 * value} anchors, an extent {@code exp(0.2 * value)}
 * anchors: {@code decode} in {@code layers/box_utils.py} of amdegroot/ssd.pytorch with its
 * variances, which Pytorch_Retinaface and Ultra-Light-Fast-Generic-Face-Detector-1MB share. Every
 * class of an anchor counts.
 */
final class SsdHeadsDecoder implements OutputDecoder {

    /** Those of {@code data/config.py} and {@code detect.py} of biubug6/Pytorch_Retinaface. */
    static final Defaults RETINAFACE =
            new Defaults(
                            Picture.standardized(
                                    Resize.LETTERBOX,
                                    ColorOrder.BGR,
                                    List.of(104f, 117f, 123f),
                                    List.of(1f, 1f, 1f)),
                            new Thresholds(0.6f, 0.4f, 750, true))
                    .strides(8, 16, 32)
                    .anchors(
                            List.of(
                                    List.of(16f, 16f, 32f, 32f),
                                    List.of(64f, 64f, 128f, 128f),
                                    List.of(256f, 256f, 512f, 512f)))
                    .scores(ScoreForm.PROBABILITY)
                    .background(Background.FIRST)
                    .tensors();

    /**
     * Those of {@code vision/ssd/config/fd_config.py} and {@code detect_imgs_onnx.py} of
     * Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB.
     */
    static final Defaults ULTRAFACE =
            new Defaults(
                            Picture.standardized(
                                    Resize.STRETCH,
                                    ColorOrder.RGB,
                                    List.of(127f, 127f, 127f),
                                    List.of(128f, 128f, 128f)),
                            new Thresholds(0.7f, 0.3f, 200, true))
                    .strides(8, 16, 32, 64)
                    .anchors(
                            List.of(
                                    List.of(10f, 10f, 16f, 16f, 24f, 24f),
                                    List.of(32f, 32f, 48f, 48f),
                                    List.of(64f, 64f, 96f, 96f),
                                    List.of(128f, 128f, 192f, 192f, 256f, 256f)))
                    .scores(ScoreForm.PROBABILITY)
                    .background(Background.FIRST)
                    .tensors();

    private static final int BOX = 4;
    private static final float CENTER_VARIANCE = 0.1f;
    private static final float EXTENT_VARIANCE = 0.2f;

    private final List<AnchorBox> anchors;
    private final TablePlace boxes;
    private final TablePlace classes;
    private final RowScores scores;
    private final float[] box = new float[BOX];
    private final float[] classRow;

    SsdHeadsDecoder(DecoderContext context, AnchorTiling tiling) {
        OutputSpec spec = context.spec();
        int columns = RowScores.columns(spec.background(), context.classes());
        anchors = tiling.cover(context);
        boxes = TablePlace.find(context, Part.BOXES, anchors.size(), BOX, "box", "loc", "reg");
        classes =
                TablePlace.find(
                        context, Part.SCORES, anchors.size(), columns, "score", "conf", "cls");
        scores =
                new RowScores(
                        context.classes(), context.thresholds(), spec.scores(), spec.background());
        classRow = new float[columns];
    }

    @Override
    public int maxBatch() {
        return boxes.maxBatch();
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        CandidateTable boxTable = boxes.of(outputs, frame);
        CandidateTable classTable = classes.of(outputs, frame);
        for (int i = 0; i < anchors.size(); i++) {
            classTable.copy(i, classRow);
            int selected = scores.select(classRow, 0, 1, 1);
            if (selected > 0) {
                boxTable.copy(i, box);
                decodeBox(anchors.get(i), selected, found);
            }
        }
    }

    private void decodeBox(AnchorBox anchor, int selected, Candidates found) {
        float centerX = anchor.centerX() + CENTER_VARIANCE * box[0] * anchor.width();
        float centerY = anchor.centerY() + CENTER_VARIANCE * box[1] * anchor.height();
        float halfWidth = (float) Math.exp(EXTENT_VARIANCE * box[2]) * anchor.width() / 2;
        float halfHeight = (float) Math.exp(EXTENT_VARIANCE * box[3]) * anchor.height() / 2;
        for (int i = 0; i < selected; i++) {
            found.add(
                    centerX - halfWidth,
                    centerY - halfHeight,
                    centerX + halfWidth,
                    centerY + halfHeight,
                    scores.score(i),
                    scores.classId(i));
        }
    }
}
