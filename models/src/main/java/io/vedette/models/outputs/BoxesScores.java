package io.vedette.models.outputs;

import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;

/**
 * Decoded boxes {@code [batch, N, 4]} (or {@code [batch, N, 1, 4]}) beside class scores {@code
 * [batch, N, classes]} or {@code [batch, classes, N]}, before non-maximum suppression.
 *
 * <p>The defaults are those of YOLO-NAS ({@code default_yolo_nas_coco_processing_params} of
 * Deci-AI/super-gradients): probabilities, boxes xyxy in pixels. Others differ in these:
 *
 * <ul>
 *   <li>PP-YOLOE without suppression (PaddleDetection, {@code exclude_nms}): scores on their side
 *   <li>DAMO-YOLO ({@code tools/demo.py} of tinyvision/DAMO-YOLO): pixels enter as bytes
 *   <li>UltraFace (Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB): fractions, background first
 *   <li>YOLOv4 (Tianxiaomo/pytorch-YOLOv4, {@code tool/yolo_layer.py}): fractions
 *   <li>the ONNX model zoo's YOLOv3: boxes yxyx, scores on their side
 * </ul>
 */
final class BoxesScores {

    static final Defaults DEFAULTS =
            new Defaults(
                            Picture.fractions(Resize.LETTERBOX, ColorOrder.RGB),
                            new Thresholds(0.25f, 0.7f, 300, false))
                    .boxes(BoxForm.XYXY, BoxUnits.PIXELS)
                    .scores(ScoreForm.PROBABILITY)
                    .background(Background.NONE)
                    .tensors();

    private BoxesScores() {}

    static OutputDecoder decoder(DecoderContext context) {
        OutputSpec spec = context.spec();
        BoxesBesideScores found = new BoxesBesideScores(context);
        found.requireColumns(spec.background());
        int classes = context.classes();
        return new ScoredBoxesDecoder(
                BoxReader.of(context),
                new RowScores(classes, context.thresholds(), spec.scores(), spec.background()),
                found.boxes(),
                found.scores(RowScores.columns(spec.background(), classes)),
                found.batched());
    }
}
