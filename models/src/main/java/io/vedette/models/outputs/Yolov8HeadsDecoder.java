package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import java.util.List;

/**
 * The raw heads of YOLOv8, YOLOv9, YOLO11 and YOLO12: for each stride an output {@code [batch, 4 *
 * bins + classes, rows, columns]}, or one of {@code 4 * bins} and one of {@code classes} channels.
 *
 * <p>A score is the sigmoid of a class, boxes are measured in bins from the middle of a cell:
 * {@code Detect} in {@code ultralytics/nn/modules/head.py}, {@code DFL} in {@code block.py} and
 * {@code make_anchors} in {@code ultralytics/utils/tal.py} of ultralytics/ultralytics. Pictures and
 * thresholds are as for its finished boxes.
 */
final class Yolov8HeadsDecoder implements OutputDecoder {

    static final Defaults DEFAULTS =
            new Defaults(Yolov8Decoder.DEFAULTS.picture(), Yolov8Decoder.DEFAULTS.thresholds())
                    .strides(8, 16, 32)
                    .scores(ScoreForm.LOGIT);

    private final GflDecoder gfl;

    Yolov8HeadsDecoder(DecoderContext context) {
        gfl = new GflDecoder(context, AnchorPoint.CENTER, Yolov8Heads.of(context));
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        gfl.decode(outputs, frame, found);
    }
}
