package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.List;

/**
 * A head trained with generalized focal loss (Li et al. 2020, arXiv 2006.04388): a cell has a score
 * for every class, and its distance to each side of the box is the mean of a softmax over bins, in
 * strides. Which outputs hold them is told by {@link GflLevels}, for YOLOv8 by {@link Yolov8Heads}.
 */
final class GflDecoder implements OutputDecoder {

    /**
     * NanoDet's picture is that of {@code config/legacy_v0.x_configs/nanodet-m.yml} of
     * RangiLyu/nanodet and of {@code resize_uniform} in its {@code demo_ncnn/main.cpp}: in the
     * middle of black. The thresholds are those of its {@code demo/demo.py} and {@code get_bboxes};
     * every class counts, as in its {@code multiclass_nms}.
     */
    static final Defaults NANODET =
            new Defaults(
                            Picture.standardized(
                                            Resize.LETTERBOX,
                                            ColorOrder.BGR,
                                            List.of(103.53f, 116.28f, 123.675f),
                                            List.of(57.375f, 57.12f, 58.395f))
                                    .anchored(Anchor.CENTER),
                            new Thresholds(0.35f, 0.6f, 100, true))
                    .strides()
                    .scores(ScoreForm.PROBABILITY);

    /**
     * PicoDet's picture is that of {@code configs/picodet/_base_/picodet_320_reader.yml} of
     * PaddlePaddle/PaddleDetection, though bilinear, and its thresholds are those of {@code
     * deploy/python/picodet_postprocess.py}.
     */
    static final Defaults PICODET =
            new Defaults(
                            Picture.standardized(
                                    Resize.STRETCH,
                                    ColorOrder.RGB,
                                    List.of(123.675f, 116.28f, 103.53f),
                                    List.of(58.395f, 57.12f, 57.375f)),
                            new Thresholds(0.4f, 0.5f, 100, true))
                    .strides()
                    .scores(ScoreForm.PROBABILITY);

    private final RasterSpec raster;
    private final AnchorPoint anchor;
    private final List<GflLevel> levels;
    private final RowScores scores;
    private final StrongCandidates strong;
    private final float[] classRow;

    GflDecoder(DecoderContext context, AnchorPoint anchor, List<GflLevel> levels) {
        this.raster = context.raster();
        this.anchor = anchor;
        this.levels = levels;
        this.scores =
                new RowScores(context.classes(), context.thresholds(), context.spec().scores());
        this.strong = scores.strongCandidates(0);
        this.classRow = new float[context.classes()];
    }

    /**
     * NanoDet measures from the middle pixel of a cell ({@code anchor_center} of its anchors, 0.x),
     * NanoDet-Plus, whose output is one for all strides, from the corner ({@code
     * get_single_level_center_priors} in {@code nanodet/model/head/nanodet_plus_head.py}).
     */
    static OutputDecoder nanodet(DecoderContext context) {
        boolean plus = context.outputs().size() == 1;
        AnchorPoint anchor = plus ? AnchorPoint.CORNER : AnchorPoint.CENTER_PIXEL;
        return new GflDecoder(context, anchor, GflLevels.of(context));
    }

    /** PicoDet measures from the middle of a cell ({@code picodet_postprocess.py}). */
    static OutputDecoder picodet(DecoderContext context) {
        return new GflDecoder(context, AnchorPoint.CENTER, GflLevels.of(context));
    }

    @Override
    public int maxBatch() {
        return levels.stream().mapToInt(level -> level.scores().maxBatch()).min().orElse(1);
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        for (GflLevel level : levels) {
            CandidateTable classes = level.scores().of(outputs, frame);
            CandidateTable distances = level.distances().of(outputs, frame);
            for (int i = strong.first(classes); i < classes.count(); i = strong.after(i)) {
                classes.copy(i, classRow);
                int selected = scores.select(classRow, 0, 1, 1);
                if (selected > 0) {
                    addBox(level, distances, i, selected, found);
                }
            }
        }
    }

    private void addBox(
            GflLevel level, CandidateTable distances, int cell, int selected, Candidates found) {
        int stride = level.stride();
        int columns = Grid.columns(raster, stride);
        float x = cell % columns * stride + anchor.offset(stride);
        float y = cell / columns * stride + anchor.offset(stride);
        float left = x - stride * mean(distances, cell, 0, level.bins());
        float top = y - stride * mean(distances, cell, 1, level.bins());
        float right = x + stride * mean(distances, cell, 2, level.bins());
        float bottom = y + stride * mean(distances, cell, 3, level.bins());
        for (int i = 0; i < selected; i++) {
            found.add(left, top, right, bottom, scores.score(i), scores.classId(i));
        }
    }

    /** The mean of a softmax over the bins of a side. */
    private static float mean(CandidateTable distances, int cell, int side, int bins) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int bin = 0; bin < bins; bin++) {
            highest = Math.max(highest, distances.number(cell, side * bins + bin));
        }
        double sum = 0;
        double weighted = 0;
        for (int bin = 0; bin < bins; bin++) {
            double weight = Math.exp(distances.number(cell, side * bins + bin) - highest);
            sum += weight;
            weighted += bin * weight;
        }
        return (float) (weighted / sum);
    }
}
