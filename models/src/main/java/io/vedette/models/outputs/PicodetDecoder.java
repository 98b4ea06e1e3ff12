package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/**
 * PicoDet, exported without its post-processing: for each stride an output of class scores {@code
 * [batch, cells, classes]} and one of distances {@code [batch, cells, 4 * bins]}, in any order.
 * Scores are after the sigmoid, distances are measured from the middle of a cell.
 *
 * <p>{@code deploy/python/picodet_postprocess.py} of PaddlePaddle/PaddleDetection, whose thresholds
 * are the defaults; the picture is prepared as in {@code
 * configs/picodet/_base_/picodet_320_reader.yml}, though bilinearly.
 */
final class PicodetDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.standardized(
                                    Resize.STRETCH,
                                    ColorOrder.RGB,
                                    List.of(123.675f, 116.28f, 103.53f),
                                    List.of(58.395f, 57.12f, 57.375f)),
                            new Thresholds(0.4f, 0.5f, 100, true))
                    .strides()
                    .scores(ScoreForm.PROBABILITY);

    private final GflDecoder gfl;

    PicodetDecoder(DecoderContext context) {
        gfl = new GflDecoder(context, AnchorPoint.CENTER, GflLevels.of(context));
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        gfl.decode(outputs, frame, found);
    }
}
