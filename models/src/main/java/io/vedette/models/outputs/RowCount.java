package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
import java.util.List;

/** How many detections a frame has, where an output of the graph says it. */
final class RowCount {

    private final int output;

    /** Finds an output of one number for each frame whose name, or whose package, says so. */
    RowCount(DecoderContext context) {
        output =
                context.optionalPart(
                        Part.COUNT,
                        RowCount::fits,
                        "num",
                        "count",
                        "nms3_0.tmp_2",
                        "postprocess:3");
    }

    private static boolean fits(Tensor tensor) {
        return tensor.rank() < 2 || (tensor.rank() == 2 && tensor.fits(1, 1));
    }

    boolean isGiven() {
        return output >= 0;
    }

    /** The detections of a frame; none of a number that makes no sense, and at most some limit. */
    int of(List<RawOutput> outputs, int frame, int limit) {
        if (!isGiven()) {
            return limit;
        }
        int given = Math.round(outputs.get(output).values().get(frame));
        return Math.max(0, Math.min(given, limit));
    }
}
