package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.List;

/**
 * YuNet, which finds faces: for each stride outputs {@code [batch, cells, classes]}, {@code [batch,
 * cells, 1]} of objectness, {@code [batch, cells, 4]} of boxes and {@code [batch, cells, 10]} of
 * landmarks, all told by their shapes.
 *
 * <p>A score is the root of class score times objectness, a centre and a landmark {@code (value +
 * cell) * stride}, an extent {@code exp(value) * stride}: {@code postProcess} of {@code
 * FaceDetectorYN} in {@code modules/objdetect/src/face_detect.cpp} of opencv/opencv, whose defaults
 * these are. The landmarks are the eye on the left of the picture, the other one, the tip of the
 * nose, and the corners of the mouth from left to right.
 */
final class YunetDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.bytes(Resize.LETTERBOX, ColorOrder.BGR).padded(0),
                            new Thresholds(0.9f, 0.3f, 5000, false))
                    .strides(8, 16, 32);

    private final RasterSpec raster;
    private final List<YunetLevel> levels;
    private final RowScores products;
    private final float[] classes;
    private final float[] box = new float[YunetLevel.BOX];
    private final float[] landmarks = new float[YunetLevel.LANDMARKS];

    YunetDecoder(DecoderContext context) {
        raster = context.raster();
        levels = StrideOutputs.areOpen(context) ? List.of() : levels(context);
        float confidence = context.thresholds().confidence();
        products =
                new RowScores(
                        context.classes(),
                        context.thresholds().withConfidence(confidence * confidence),
                        ScoreForm.PROBABILITY);
        classes = new float[context.classes()];
    }

    private static List<YunetLevel> levels(DecoderContext context) {
        StrideOutputs outputs = new StrideOutputs(context);
        List<YunetLevel> levels =
                context.spec().strides().stream()
                        .map(
                                stride ->
                                        YunetLevel.take(
                                                stride,
                                                Grid.cells(context.raster(), stride),
                                                context.classes(),
                                                outputs))
                        .toList();
        List<Integer> missing =
                levels.stream().filter(l -> !l.isComplete()).map(YunetLevel::stride).toList();
        if (!missing.isEmpty()) {
            context.problem(
                    "strides %s of %d x %d do not have outputs [batch, cells, %d labels], [batch,"
                            + " cells, 1], [batch, cells, 4] and [batch, cells, 10]; the graph has"
                            + " %s.",
                    missing,
                    context.raster().width(),
                    context.raster().height(),
                    context.classes(),
                    Tensor.listed(context.outputs()));
        }
        return levels;
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        for (YunetLevel level : levels) {
            int columns = Grid.columns(raster, level.stride());
            CandidateTable classTable = level.classes().of(outputs, frame);
            CandidateTable objectTable = level.objectness().of(outputs, frame);
            for (int cell = 0; cell < classTable.count(); cell++) {
                classTable.copy(cell, classes);
                int selected = products.select(classes, 0, 1, objectTable.number(cell, 0));
                if (selected > 0) {
                    level.boxes().of(outputs, frame).copy(cell, box);
                    level.landmarks().of(outputs, frame).copy(cell, landmarks);
                    decodeCell(cell % columns, cell / columns, level.stride(), selected, found);
                }
            }
        }
    }

    private void decodeCell(int x, int y, int stride, int selected, Candidates found) {
        float centerX = (box[0] + x) * stride;
        float centerY = (box[1] + y) * stride;
        float halfWidth = (float) Math.exp(box[2]) * stride / 2;
        float halfHeight = (float) Math.exp(box[3]) * stride / 2;
        for (int i = 0; i < landmarks.length; i += 2) {
            landmarks[i] = (landmarks[i] + x) * stride;
            landmarks[i + 1] = (landmarks[i + 1] + y) * stride;
        }
        for (int i = 0; i < selected; i++) {
            found.add(
                    centerX - halfWidth,
                    centerY - halfHeight,
                    centerX + halfWidth,
                    centerY + halfHeight,
                    (float) Math.sqrt(products.score(i)),
                    products.classId(i),
                    landmarks);
        }
    }
}
