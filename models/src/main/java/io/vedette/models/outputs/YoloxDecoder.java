package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The raw grid of YOLOX: one output {@code [batch, cells, 5 + classes]}, cells row by row, stride
 * by stride; a row is centre x, centre y, width, height, objectness, class scores (the last two
 * after the sigmoid).
 *
 * <p>A centre is {@code (value + cell) * stride}, an extent {@code exp(value) * stride}, a score
 * objectness times the best class score: {@code demo_postprocess} in {@code
 * yolox/utils/demo_utils.py} and {@code postprocess} in {@code yolox/utils/boxes.py} of
 * Megvii-BaseDetection/YOLOX. The defaults are those of its {@code preproc} and {@code demo.py}.
 */
final class YoloxDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.bytes(Resize.LETTERBOX, ColorOrder.BGR),
                            new Thresholds(0.25f, 0.45f, 100, false))
                    .strides(8, 16, 32);

    private static final int OBJECTNESS = 4;
    private static final int CLASSES = 5;

    private final RasterSpec raster;
    private final List<Integer> strides;
    private final float confidence;
    private final RowScores scores;
    private final float[] row;

    YoloxDecoder(DecoderContext context) {
        raster = context.raster();
        strides = context.spec().strides();
        confidence = context.thresholds().confidence();
        scores = new RowScores(context.classes(), context.thresholds(), ScoreForm.PROBABILITY);
        row = new float[CLASSES + context.classes()];
        Grid.requireWhole(context);
        @Nullable Tensor output = context.only(3, "[batch, cells, 5 + classes]");
        if (output != null) {
            Grid.requireCells(context, output, 1, 1);
            context.requireClasses(output, 2, CLASSES);
        }
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        RawOutput output = outputs.get(0);
        int from = frame * output.stride();
        for (int stride : strides) {
            for (int y = 0; y < raster.height() / stride; y++) {
                for (int x = 0; x < raster.width() / stride; x++) {
                    if (!(output.values().get(from + OBJECTNESS) < confidence)) {
                        output.copy(from, row, row.length);
                        decodeCell(x, y, stride, found);
                    }
                    from += row.length;
                }
            }
        }
    }

    private void decodeCell(int x, int y, int stride, Candidates found) {
        int selected = scores.select(row, CLASSES, 1, row[OBJECTNESS]);
        if (selected == 0) {
            return;
        }
        float centerX = (row[0] + x) * stride;
        float centerY = (row[1] + y) * stride;
        float halfWidth = (float) Math.exp(row[2]) * stride / 2;
        float halfHeight = (float) Math.exp(row[3]) * stride / 2;
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
