package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the whole picture is: one output {@code [batch, classes]}, or with further dimensions of
 * size 1. Its classes share one box, which is the network's input.
 *
 * <p>Numbers of a frame that are a distribution, each from 0 to 1 and 1 together, are taken as the
 * probabilities that they are; others are brought there by a softmax. A graph of independent
 * classes must say so, with {@code scores: logit} or {@code scores: probability}.
 *
 * <p>The defaults are those of the networks that torchvision trained on ImageNet ({@code
 * ImageClassification} in {@code torchvision/transforms/_presets.py}), which see the middle 224 of
 * a shorter side of 256.
 */
final class SoftmaxDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.standardized(
                                            Resize.CENTER_CROP,
                                            ColorOrder.RGB,
                                            List.of(123.675f, 116.28f, 103.53f),
                                            List.of(58.395f, 57.12f, 57.375f))
                                    .antialiased()
                                    .cropped(0.875),
                            new Thresholds(0.01f, 1, 5, true))
                    .scores(ScoreForm.AUTO)
                    .background(Background.NONE)
                    .tensors();

    private static final double TOLERANCE = 1e-2;

    private final RasterSpec raster;
    private final ScoreForm form;
    private final RowScores probabilities;
    private final RowScores scores;
    private final int output;
    private final FrameValues values = new FrameValues();

    SoftmaxDecoder(DecoderContext context) {
        raster = context.raster();
        form = context.spec().scores();
        probabilities = scores(context, ScoreForm.PROBABILITY);
        scores = scores(context, form == ScoreForm.AUTO ? ScoreForm.SOFTMAX : form);
        output =
                context.part(
                        Part.SCORES,
                        tensor -> context.outputs().size() == 1 || isFlat(tensor),
                        "prob",
                        "softmax",
                        "score",
                        "logit");
        if (output >= 0) {
            requireShape(context, context.outputs().get(output));
        }
    }

    private static RowScores scores(DecoderContext context, ScoreForm form) {
        return new RowScores(
                context.classes(), context.thresholds(), form, context.spec().background());
    }

    private static boolean isFlat(Tensor tensor) {
        return tensor.rank() >= 2 && tensor.isFractional() && classDimension(tensor) >= 0;
    }

    /** The only dimension, after the batch, that is not 1; the second where all are; else -1. */
    private static int classDimension(Tensor tensor) {
        int[] wide = IntStream.range(1, tensor.rank()).filter(d -> tensor.size(d) != 1).toArray();
        return wide.length > 1 ? -1 : wide.length == 1 ? wide[0] : 1;
    }

    private static void requireShape(DecoderContext context, Tensor tensor) {
        if (!isFlat(tensor)) {
            context.problem(
                    "output %s: format %s has [batch, classes].",
                    tensor, context.spec().format().key());
            return;
        }
        int background = RowScores.columns(context.spec().background(), 0);
        context.requireClasses(tensor, classDimension(tensor), background);
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        float[] row = values.read(outputs.get(output), frame, true);
        boolean done = form == ScoreForm.AUTO && isDistribution(row);
        RowScores selected = done ? probabilities : scores;
        int count = selected.select(row, 0, 1, 1);
        for (int i = 0; i < count; i++) {
            found.add(
                    0, 0, raster.width(), raster.height(), selected.score(i), selected.classId(i));
        }
    }

    private boolean isDistribution(float[] row) {
        double sum = 0;
        for (int c = 0; c < values.size(); c++) {
            if (!(row[c] >= 0 && row[c] <= 1)) {
                return false;
            }
            sum += row[c];
        }
        return Math.abs(sum - 1) <= TOLERANCE;
    }
}
