package io.vedette.models;

import io.vedette.models.GraphSignature.Tensor;
import io.vedette.models.ModelInput.Layout;
import io.vedette.models.ModelPackage.Thresholds;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

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

    static final OutputFormat.Defaults DEFAULTS =
            new OutputFormat.Defaults(
                    Resize.LETTERBOX,
                    Anchor.TOP_LEFT,
                    114,
                    ColorOrder.BGR,
                    Layout.NCHW,
                    List.of(0f, 0f, 0f),
                    List.of(1f, 1f, 1f),
                    List.of(8, 16, 32),
                    new Thresholds(0.25f, 0.45f, 100));

    private static final int OBJECTNESS = 4;
    private static final int CLASSES = 5;

    private final RasterSpec raster;
    private final List<Integer> strides;
    private final int classes;
    private final float confidence;

    YoloxDecoder(ModelPackage model) {
        raster = model.rasterSpec();
        strides = model.output().strides();
        classes = model.labels().size();
        confidence = model.thresholds().confidence();
    }

    @Override
    public List<String> problems(GraphSignature signature) {
        if (signature.outputs().size() != 1) {
            return List.of(
                    "format yolox has one output but the graph has %d (%s)."
                            .formatted(
                                    signature.outputs().size(),
                                    GraphSignature.listed(signature.outputs())));
        }
        Tensor output = signature.outputs().get(0);
        List<String> problems = new ArrayList<>();
        if (!output.isFloat32()) {
            problems.add(
                    "output %s: only float (32 bit) outputs are supported yet.".formatted(output));
        }
        if (output.shape().size() != 3) {
            problems.add(
                    "output %s: format yolox has [batch, cells, 5 + classes].".formatted(output));
            return problems;
        }
        checkStrides(problems);
        checkCells(output, problems);
        checkClasses(output, problems);
        return problems;
    }

    private void checkStrides(List<String> problems) {
        for (int stride : strides) {
            if (raster.width() % stride != 0 || raster.height() % stride != 0) {
                problems.add(
                        "'input' %d x %d is not a multiple of stride %d."
                                .formatted(raster.width(), raster.height(), stride));
            }
        }
    }

    private void checkCells(Tensor output, List<String> problems) {
        if (!GraphSignature.fits(output.shape().get(1), cells())) {
            problems.add(
                    "output %s has %d cells but %d x %d with strides %s has %d."
                            .formatted(
                                    output,
                                    output.shape().get(1),
                                    raster.width(),
                                    raster.height(),
                                    strides,
                                    cells()));
        }
    }

    private void checkClasses(Tensor output, List<String> problems) {
        if (!GraphSignature.fits(output.shape().get(2), CLASSES + classes)) {
            problems.add(
                    "output %s implies %d classes but the labels file has %d."
                            .formatted(output, output.shape().get(2) - CLASSES, classes));
        }
    }

    private long cells() {
        return strides.stream()
                .mapToLong(s -> (long) (raster.width() / s) * (raster.height() / s))
                .sum();
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        RawOutput output = outputs.get(0);
        FloatBuffer values = output.values();
        int row = frame * output.stride();
        for (int stride : strides) {
            for (int y = 0; y < raster.height() / stride; y++) {
                for (int x = 0; x < raster.width() / stride; x++) {
                    // No class score exceeds 1, so that most cells need no second look.
                    if (!(values.get(row + OBJECTNESS) < confidence)) {
                        decodeCell(values, row, x, y, stride, found);
                    }
                    row += CLASSES + classes;
                }
            }
        }
    }

    private void decodeCell(
            FloatBuffer values, int row, int x, int y, int stride, Candidates found) {
        int best = 0;
        float bestScore = values.get(row + CLASSES);
        for (int c = 1; c < classes; c++) {
            float score = values.get(row + CLASSES + c);
            if (score > bestScore) {
                best = c;
                bestScore = score;
            }
        }
        float score = values.get(row + OBJECTNESS) * bestScore;
        if (score < confidence) {
            return;
        }
        float centerX = (values.get(row) + x) * stride;
        float centerY = (values.get(row + 1) + y) * stride;
        float halfWidth = (float) Math.exp(values.get(row + 2)) * stride / 2;
        float halfHeight = (float) Math.exp(values.get(row + 3)) * stride / 2;
        found.add(
                centerX - halfWidth,
                centerY - halfHeight,
                centerX + halfWidth,
                centerY + halfHeight,
                score,
                best);
    }
}
