package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/**
 * NanoDet: for each stride an output of class scores {@code [batch, cells, classes]} and one of
 * distances {@code [batch, cells, 4 * bins]}, in any order; or NanoDet-Plus: one output {@code
 * [batch, cells, classes + 4 * bins]} for all strides. Scores are after the sigmoid.
 *
 * <p>NanoDet-Plus measures distances from the corner of a cell ({@code
 * get_single_level_center_priors} in {@code nanodet/model/head/nanodet_plus_head.py} of
 * RangiLyu/nanodet), NanoDet from its middle pixel ({@code anchor_center} of its anchors, version
 * 0.x). Every class of a cell counts ({@code multiclass_nms} in {@code
 * nanodet/model/module/nms.py}). The defaults are those of {@code config/nanodet-m.yml}, {@code
 * demo/demo.py} and {@code resize_uniform} in {@code demo_ncnn/main.cpp}: the picture lies in the
 * middle of black.
 */
final class NanodetDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.standardized(
                                            Resize.LETTERBOX,
                                            ColorOrder.BGR,
                                            List.of(103.53f, 116.28f, 123.675f),
                                            List.of(57.375f, 57.12f, 58.395f))
                                    .centered(),
                            new Thresholds(0.35f, 0.6f, 100, true))
                    .strides()
                    .scores(ScoreForm.PROBABILITY);

    private final GflDecoder gfl;

    NanodetDecoder(DecoderContext context) {
        boolean plus = context.outputs().size() == 1;
        gfl =
                new GflDecoder(
                        context,
                        plus ? AnchorPoint.CORNER : AnchorPoint.CENTER_PIXEL,
                        GflLevels.of(context));
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        gfl.decode(outputs, frame, found);
    }
}
