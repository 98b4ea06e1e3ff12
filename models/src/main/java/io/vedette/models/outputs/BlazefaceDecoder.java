package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/**
 * BlazeFace of MediaPipe, which finds faces: boxes with six landmarks {@code [batch, anchors, 16]}
 * beside logits {@code [batch, anchors, 1]}; for one frame also without the batch. Where the
 * anchors lie is told by {@link BlazefaceAnchors}.
 *
 * <p>All numbers of a box are pixels: centre, width, height, landmarks, where the centre and the
 * landmarks are counted from the anchor: {@code TensorsToDetectionsCalculator} in {@code
 * mediapipe/calculators/tensor} of google-ai-edge/mediapipe. The defaults are those of its {@code
 * face_detection_short_range.pbtxt}, though the weaker of two boxes goes where MediaPipe takes
 * their mean. The landmarks are the eye on the left of the picture, the other one, the tip of the
 * nose, the middle of the mouth, and what is seen of the ears from left to right.
 */
final class BlazefaceDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.standardized(
                                            Resize.LETTERBOX,
                                            ColorOrder.RGB,
                                            List.of(127.5f, 127.5f, 127.5f),
                                            List.of(127.5f, 127.5f, 127.5f))
                                    .anchored(Anchor.CENTER),
                            new Thresholds(0.5f, 0.3f, 100, false))
                    .strides()
                    .tensors();

    private static final int BOX = 4;
    private static final int NUMBERS = 16;

    private final List<AnchorBox> anchors;
    private final TablePlace boxes;
    private final TablePlace logits;
    private final RowScores scores;
    private final float[] classRow;
    private final float[] row = new float[NUMBERS];
    private final float[] landmarks = new float[NUMBERS - BOX];

    BlazefaceDecoder(DecoderContext context) {
        anchors = BlazefaceAnchors.of(context);
        boxes = TablePlace.find(context, Part.BOXES, anchors.size(), NUMBERS, "regressors", "box");
        logits =
                TablePlace.find(
                        context,
                        Part.SCORES,
                        anchors.size(),
                        context.classes(),
                        "classificators",
                        "score");
        scores = new RowScores(context.classes(), context.thresholds(), ScoreForm.LOGIT);
        classRow = new float[context.classes()];
    }

    @Override
    public int maxBatch() {
        return boxes.maxBatch();
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        CandidateTable boxTable = boxes.of(outputs, frame);
        CandidateTable classTable = logits.of(outputs, frame);
        for (int i = 0; i < anchors.size(); i++) {
            classTable.copy(i, classRow);
            int selected = scores.select(classRow, 0, 1, 1);
            if (selected > 0) {
                boxTable.copy(i, row);
                decodeBox(anchors.get(i), selected, found);
            }
        }
    }

    private void decodeBox(AnchorBox anchor, int selected, Candidates found) {
        float centerX = anchor.centerX() + row[0];
        float centerY = anchor.centerY() + row[1];
        float halfWidth = row[2] / 2;
        float halfHeight = row[3] / 2;
        for (int i = 0; i < landmarks.length; i += 2) {
            landmarks[i] = anchor.centerX() + row[BOX + i];
            landmarks[i + 1] = anchor.centerY() + row[BOX + i + 1];
        }
        for (int i = 0; i < selected; i++) {
            found.add(
                    centerX - halfWidth,
                    centerY - halfHeight,
                    centerX + halfWidth,
                    centerY + halfHeight,
                    scores.score(i),
                    scores.classId(i),
                    landmarks);
        }
    }
}
