package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feature map of FastestDet: one output {@code [batch, 5 + classes, rows, columns]}, whose
 * channels are objectness, offset x, offset y, width, height and the class scores; objectness and
 * scores are probabilities already.
 *
 * <p>A centre is {@code (cell + tanh(offset)) / cells} of the picture, an extent {@code
 * sigmoid(value)} of it, a score objectness<sup>0.6</sup> times class score<sup>0.4</sup>: {@code
 * handle_preds} in {@code utils/tool.py} of dog-qiuqiu/FastestDet. The picture is that of its
 * {@code example/onnx-runtime/runtime.py}, which averages the pixels of an area, the thresholds are
 * those of its {@code test.py}.
 */
final class FastestdetDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                    Picture.fractions(Resize.STRETCH, ColorOrder.BGR).antialiased(),
                    new Thresholds(0.65f, 0.45f, 100, false));

    private static final int CLASSES = 5;
    private static final double OBJECTNESS_POWER = 0.6;
    private static final double CLASS_POWER = 0.4;

    private final RasterSpec raster;
    private final RowScores products;
    private final FrameValues map = new FrameValues();

    FastestdetDecoder(DecoderContext context) {
        raster = context.raster();
        Thresholds thresholds = context.thresholds();
        double least = Math.pow(thresholds.confidence(), 1 / CLASS_POWER);
        products =
                new RowScores(
                        context.classes(),
                        thresholds.withConfidence((float) least),
                        ScoreForm.PROBABILITY);
        @Nullable Tensor output = context.only(4, "[batch, 5 + classes, rows, columns]");
        if (output != null) {
            context.requireClasses(output, 1, CLASSES);
        }
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        RawOutput output = outputs.get(0);
        float[] values = map.read(output, frame, true);
        int rows = output.size(2);
        int columns = output.size(3);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                decodeCell(values, x, y, columns, rows, found);
            }
        }
    }

    /** A score is the product of class score and objectness<sup>1.5</sup>, to the power of 0.4. */
    private void decodeCell(float[] values, int x, int y, int columns, int rows, Candidates found) {
        int cells = rows * columns;
        int cell = y * columns + x;
        double factor = Math.pow(values[cell], OBJECTNESS_POWER / CLASS_POWER);
        int selected = products.select(values, CLASSES * cells + cell, cells, (float) factor);
        if (selected == 0) {
            return;
        }
        double centerX = (x + Math.tanh(values[cells + cell])) / columns * raster.width();
        double centerY = (y + Math.tanh(values[2 * cells + cell])) / rows * raster.height();
        float halfWidth = ScoreForm.sigmoid(values[3 * cells + cell]) * raster.width() / 2;
        float halfHeight = ScoreForm.sigmoid(values[4 * cells + cell]) * raster.height() / 2;
        for (int i = 0; i < selected; i++) {
            found.add(
                    (float) centerX - halfWidth,
                    (float) centerY - halfHeight,
                    (float) centerX + halfWidth,
                    (float) centerY + halfHeight,
                    (float) Math.pow(products.score(i), CLASS_POWER),
                    products.classId(i));
        }
    }
}
