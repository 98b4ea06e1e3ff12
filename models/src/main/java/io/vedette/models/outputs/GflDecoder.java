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
    private final RowScores scores;
    private final float[] classRow;
    private final float[] binRow;

    GflDecoder(DecoderContext context, AnchorPoint anchor, List<GflLevel> levels) {
        this.raster = context.raster();
        this.anchor = anchor;
        this.levels = levels;
        ScoreForm form = context.spec().scores();
        this.scores = new RowScores(context.classes(), context.thresholds(), form);
        this.classRow = new float[context.classes()];
        this.binRow = new float[4 * levels.stream().mapToInt(GflLevel::bins).max().orElse(0)];
        if (form == ScoreForm.SOFTMAX) {
            context.problem(
                    "'output.scores' must be probability or logit for format %s.",
                    context.spec().format().key());
        }
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        for (GflLevel level : levels) {
            CandidateTable classes = level.scores().of(outputs, frame);
            CandidateTable distances = level.distances().of(outputs, frame);
            int columns = Grid.columns(raster, level.stride());
            for (int cell = 0; cell < classes.count(); cell++) {
                classes.copy(cell, classRow);
                int selected = scores.select(classRow, 0, 1, 1);
                if (selected > 0) {
                    distances.copy(cell, binRow, 4 * level.bins());
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
            found.add(left, top, right, bottom, scores.score(i), scores.classId(i));
        }
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
