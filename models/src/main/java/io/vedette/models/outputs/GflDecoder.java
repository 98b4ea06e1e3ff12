package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.schema.RasterSpec;
import java.util.List;

/**
 * A head trained with generalized focal loss (Li et al. 2020, arXiv 2006.04388): every class has a
 * score, and the distance from a cell's anchor point to each side of the box is the mean of a
 * softmax over bins, in strides.
 */
final class GflDecoder implements OutputDecoder {

    private final RasterSpec raster;
    private final AnchorPoint anchor;
    private final List<GflLevel> levels;
    private final ScoreForm form;
    private final RowScores scores;
    private final float[] classRow;
    private final float[] binRow;

    GflDecoder(DecoderContext context, AnchorPoint anchor) {
        this.raster = context.raster();
        this.anchor = anchor;
        this.levels = GflLevels.of(context);
        this.form = context.spec().scores();
        this.scores = new RowScores(context.classes(), own(form, context.thresholds()));
        this.classRow = new float[context.classes()];
        this.binRow = new float[4 * levels.stream().mapToInt(GflLevel::bins).max().orElse(0)];
        if (form == ScoreForm.SOFTMAX) {
            context.problem(
                    "'output.scores' must be probability or logit for format %s.",
                    context.spec().format().key());
        }
    }

    /** Logits are selected as such, since the sigmoid keeps their order. */
    private static Thresholds own(ScoreForm form, Thresholds thresholds) {
        double least = thresholds.confidence();
        return form == ScoreForm.LOGIT
                ? thresholds.withConfidence((float) Math.log(least / (1 - least)))
                : thresholds;
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        for (GflLevel level : levels) {
            int columns = Grid.columns(raster, level.stride());
            int cells = Grid.cells(raster, level.stride());
            for (int cell = 0; cell < cells; cell++) {
                level.scores().copy(outputs, frame, cell, classRow, classRow.length);
                int selected = scores.select(classRow, 0, 1, 1);
                if (selected > 0) {
                    level.distances().copy(outputs, frame, cell, binRow, 4 * level.bins());
                    decodeCell(cell % columns, cell / columns, level, selected, found);
                }
            }
        }
    }

    private void decodeCell(int column, int row, GflLevel level, int selected, Candidates found) {
        int stride = level.stride();
        float x = column * stride + anchor.offset(stride);
        float y = row * stride + anchor.offset(stride);
        float left = x - stride * distance(0, level.bins());
        float top = y - stride * distance(1, level.bins());
        float right = x + stride * distance(2, level.bins());
        float bottom = y + stride * distance(3, level.bins());
        for (int i = 0; i < selected; i++) {
            found.add(left, top, right, bottom, probability(scores.score(i)), scores.classId(i));
        }
    }

    private float probability(float score) {
        return form == ScoreForm.LOGIT ? ScoreForm.sigmoid(score) : score;
    }

    /** The mean of a softmax over the bins of a side, in strides. */
    private float distance(int side, int bins) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < bins; i++) {
            highest = Math.max(highest, binRow[side * bins + i]);
        }
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < bins; i++) {
            double weight = Math.exp(binRow[side * bins + i] - highest);
            sum += weight;
            weighted += i * weight;
        }
        return (float) (weighted / sum);
    }
}
