package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * YuNet, which finds faces: for each stride outputs {@code [batch, cells, classes]}, {@code [batch,
 * cells, 1]} of objectness, {@code [batch, cells, 4]} of boxes and {@code [batch, cells, 10]} of
 * landmarks, in any order.
 *
 * <p>A score is the root of class score times objectness, a centre and a landmark {@code (value +
 * cell) * stride}, an extent {@code exp(value) * stride}: {@code postProcess} of {@code
 * FaceDetectorYN} in {@code modules/objdetect/src/face_detect.cpp} of opencv/opencv, whose defaults
 * these are. The landmarks of a face are its right eye, which is on the left of the picture, its
 * left eye, the tip of its nose, and the right and the left corner of its mouth.
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
    private final float[] classRow;
    private final float[] box = new float[YunetLevel.BOX];
    private final float[] landmarks = new float[YunetLevel.LANDMARKS];

    YunetDecoder(DecoderContext context) {
        raster = context.raster();
        levels = levels(context);
        float confidence = context.thresholds().confidence();
        products =
                new RowScores(
                        context.classes(),
                        context.thresholds().withConfidence(confidence * confidence),
                        ScoreForm.PROBABILITY);
        classRow = new float[context.classes()];
    }

    private static List<YunetLevel> levels(DecoderContext context) {
        StrideOutputs outputs = new StrideOutputs(context);
        List<Integer> strides = context.spec().strides();
        List<YunetLevel> levels = new ArrayList<>();
        for (int stride : strides) {
            @Nullable YunetLevel level = YunetLevel.take(outputs, stride, context.classes());
            if (level != null) {
                levels.add(level);
            }
        }
        if (levels.size() < strides.size()) {
            context.problem(
                    "format %s has outputs [batch, cells, numbers] of %d, 1, 4 and 10 numbers for"
                            + " the cells of %d x %d with each of the strides %s but the graph has"
                            + " %s.",
                    context.spec().format().key(),
                    context.classes(),
                    context.raster().width(),
                    context.raster().height(),
                    strides,
                    Tensor.listed(context.outputs()));
        }
        return levels;
    }

    @Override
    public int maxBatch() {
        return levels.stream().mapToInt(level -> level.classes().maxBatch()).min().orElse(1);
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        for (YunetLevel level : levels) {
            CandidateTable classes = level.classes().of(outputs, frame);
            CandidateTable objectness = level.objectness().of(outputs, frame);
            CandidateTable boxes = level.boxes().of(outputs, frame);
            CandidateTable points = level.landmarks().of(outputs, frame);
            int columns = Grid.columns(raster, level.stride());
            for (int cell = 0; cell < classes.count(); cell++) {
                classes.copy(cell, classRow);
                int selected = products.select(classRow, 0, 1, objectness.number(cell, 0));
                if (selected > 0) {
                    boxes.copy(cell, box);
                    points.copy(cell, landmarks);
                    addFace(cell % columns, cell / columns, level.stride(), selected, found);
                }
            }
        }
    }

    private void addFace(int x, int y, int stride, int selected, Candidates found) {
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
