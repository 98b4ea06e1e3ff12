package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/**
 * SCRFD, which finds faces: for each stride scores (after the sigmoid), distances to the sides of a
 * box and, of some models, five landmarks. Which outputs hold them is told by {@link ScrfdLevels}.
 *
 * <p>Distances and landmarks are counted in strides from the corner of the cell: {@code forward} of
 * {@code SCRFD} in {@code detection/scrfd/tools/scrfd.py} of deepinsight/insightface, whose
 * defaults these are. The landmarks are the eye on the left of the picture, the other one, the tip
 * of the nose, and the corners of the mouth from left to right.
 */
final class ScrfdDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.standardized(
                                    Resize.LETTERBOX,
                                    ColorOrder.RGB,
                                    List.of(127.5f, 127.5f, 127.5f),
                                    List.of(128f, 128f, 128f)),
                            new Thresholds(0.5f, 0.4f, 1000, false))
                    .strides(8, 16, 32);

    private static final float[] NO_LANDMARKS = {};

    private final List<ScrfdLevel> levels;
    private final RowScores scores;
    private final float[] classRow;
    private final float[] sides = new float[4];
    private final float[] landmarks = new float[10];

    ScrfdDecoder(DecoderContext context) {
        levels = ScrfdLevels.of(context);
        scores = new RowScores(context.classes(), context.thresholds(), ScoreForm.PROBABILITY);
        classRow = new float[context.classes()];
    }

    @Override
    public int maxBatch() {
        return levels.stream().mapToInt(level -> level.scores().maxBatch()).min().orElse(1);
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        for (ScrfdLevel level : levels) {
            CandidateTable scoreTable = level.scores().of(outputs, frame);
            for (int i = 0; i < scoreTable.count(); i++) {
                scoreTable.copy(i, classRow);
                int selected = scores.select(classRow, 0, 1, 1);
                if (selected > 0) {
                    level.distances().of(outputs, frame).copy(i, sides);
                    add(level, i, selected, landmarks(level, i, outputs, frame), found);
                }
            }
        }
    }

    private float[] landmarks(ScrfdLevel level, int anchor, List<RawOutput> outputs, int frame) {
        if (level.landmarks() == null) {
            return NO_LANDMARKS;
        }
        level.landmarks().of(outputs, frame).copy(anchor, landmarks);
        for (int i = 0; i < landmarks.length; i += 2) {
            landmarks[i] = x(level, anchor) + landmarks[i] * level.stride();
            landmarks[i + 1] = y(level, anchor) + landmarks[i + 1] * level.stride();
        }
        return landmarks;
    }

    private void add(ScrfdLevel level, int anchor, int selected, float[] points, Candidates found) {
        int stride = level.stride();
        float x = x(level, anchor);
        float y = y(level, anchor);
        for (int i = 0; i < selected; i++) {
            found.add(
                    x - sides[0] * stride,
                    y - sides[1] * stride,
                    x + sides[2] * stride,
                    y + sides[3] * stride,
                    scores.score(i),
                    scores.classId(i),
                    points);
        }
    }

    private static int x(ScrfdLevel level, int anchor) {
        return anchor / level.anchors() % level.columns() * level.stride();
    }

    private static int y(ScrfdLevel level, int anchor) {
        return anchor / level.anchors() / level.columns() * level.stride();
    }
}
