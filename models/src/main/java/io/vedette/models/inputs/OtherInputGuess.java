package io.vedette.models.inputs;

import io.vedette.models.inputs.OtherInput.Source;
import io.vedette.models.onnx.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells by the names that exporters give what an input wants to be told. */
public final class OtherInputGuess {

    private OtherInputGuess() {}

    /**
     * What an input probably wants; empty where its name says nothing.
     *
     * <p>{@code orig_target_sizes} is of RT-DETR, D-FINE and DEIM, {@code im_shape} and {@code
     * scale_factor} of PaddleDetection, {@code image_shape} of the ONNX model zoo's YOLOv3. Boxes
     * follow the size that the network is told: it is told that of its own input, and a scale of 1,
     * so that the way back to the source frame is found here, also through a letterbox. A mask is
     * that of the DETR family in Hugging Face's transformers, 1 where there is a picture; a
     * letterbox counts as one.
     */
    public static Optional<OtherInput> of(Tensor input) {
        String name = input.name().toLowerCase(Locale.ROOT);
        if (name.contains("scale_factor")) {
            return Optional.of(OtherInput.constant(List.of(1.0)));
        }
        if (name.contains("mask")) {
            return Optional.of(OtherInput.constant(List.of(1.0)));
        }
        if (name.contains("im_shape") || name.contains("image_shape")) {
            return Optional.of(OtherInput.of(Source.INPUT_HEIGHT_WIDTH));
        }
        if (name.contains("size")) {
            return Optional.of(OtherInput.of(Source.INPUT_WIDTH_HEIGHT));
        }
        return threshold(name);
    }

    private static Optional<OtherInput> threshold(String name) {
        if (name.contains("iou") || name.contains("nms_thresh")) {
            return Optional.of(OtherInput.of(Source.IOU));
        }
        if (name.contains("score") || name.contains("conf")) {
            return Optional.of(OtherInput.of(Source.CONFIDENCE));
        }
        if (name.contains("max") || name.contains("topk") || name.contains("top_k")) {
            return Optional.of(OtherInput.of(Source.MAX_DETECTIONS));
        }
        return Optional.empty();
    }
}
