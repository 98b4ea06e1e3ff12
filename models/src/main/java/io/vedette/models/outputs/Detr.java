package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.ScoredBoxesDecoder.Table;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import org.jspecify.annotations.Nullable;

/**
 * Networks that answer with a set of queries and need no suppression, in the three ways that they
 * are exported:
 *
 * <ul>
 *   <li>finished, {@code labels}, {@code boxes}, {@code scores} (RT-DETR, D-FINE, DEIM), read as
 *       {@link SsdDecoder} does. Boxes are xyxy in pixels of the size that the network is told.
 *   <li>raw, {@code logits [batch, queries, classes]} and {@code pred_boxes [batch, queries, 4]},
 *       boxes as centre and extent in fractions. As many logits as labels are read with the sigmoid
 *       (RT-DETR, Deformable DETR, RF-DETR); where there is one more, it is the background of a
 *       softmax (DETR).
 *   <li>one output {@code [batch, queries, 4 + classes]} of such boxes and probabilities
 *       (Ultralytics' RT-DETR).
 * </ul>
 *
 * <p>With logits every class of a query counts that scores enough, and not only its best one, as in
 * {@code rtdetr_postprocessor.py} of lyuwenyu/RT-DETR and {@code PostProcess} of RF-DETR and
 * Deformable DETR; {@code multi-label} false turns that off, as DETR and Ultralytics have it.
 *
 * <p>Pictures are stretched by plain bilinear interpolation, as Ultralytics' RT-DETR does and as
 * those of cameras are; torchvision's {@code Resize}, which the toolkits of RT-DETR, D-FINE and
 * RF-DETR use, is {@code filter: antialias}.
 */
final class Detr {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.fractions(Resize.STRETCH, ColorOrder.RGB),
                            new Thresholds(0.5f, 1, 300, true))
                    .boxes(BoxForm.XYXY, BoxUnits.PIXELS)
                    .scores(ScoreForm.AUTO)
                    .background(Background.LAST)
                    .firstClass(0)
                    .tensors();

    private static final int BOX_SIZE = 4;

    private Detr() {}

    static OutputDecoder decoder(DecoderContext context) {
        if (FinishedParts.areIn(context)) {
            return new SsdDecoder(context);
        }
        if (context.spec().units() == BoxUnits.SOURCE) {
            context.problem("'output.units' must not be source, since the boxes are fractions.");
        }
        return context.outputs().size() == 1 ? together(context) : raw(context);
    }

    private static OutputDecoder raw(DecoderContext context) {
        OutputSpec spec = context.spec();
        int classes = context.classes();
        BoxesBesideScores found = new BoxesBesideScores(context);
        Background background = found.hasColumns(classes) ? Background.NONE : spec.background();
        found.requireColumns(background);
        ScoreForm own = background == Background.NONE ? ScoreForm.LOGIT : ScoreForm.SOFTMAX;
        ScoreForm form = spec.scores() == ScoreForm.AUTO ? own : spec.scores();
        return new ScoredBoxesDecoder(
                queries(context),
                new RowScores(classes, context.thresholds(), form, background),
                found.boxes(),
                found.scores(RowScores.columns(background, classes)),
                found.batched());
    }

    private static OutputDecoder together(DecoderContext context) {
        int classes = context.classes();
        @Nullable Tensor output = context.only(3, "[batch, queries, 4 + classes]");
        if (output != null) {
            context.requireClasses(output, 2, BOX_SIZE);
        }
        ScoreForm given = context.spec().scores();
        ScoreForm form = given == ScoreForm.AUTO ? ScoreForm.PROBABILITY : given;
        int width = BOX_SIZE + classes;
        return new ScoredBoxesDecoder(
                queries(context),
                new RowScores(classes, context.thresholds(), form),
                new Table(0, width, 0, false),
                new Table(0, width, BOX_SIZE, false),
                true);
    }

    private static BoxReader queries(DecoderContext context) {
        return new BoxReader(BoxForm.CXCYWH, BoxUnits.FRACTION, context.raster());
    }
}
