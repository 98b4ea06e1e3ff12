package io.vedette.models;

import io.vedette.models.ModelInput.Layout;
import io.vedette.models.ModelPackage.Thresholds;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How a model's outputs are encoded, and what its toolkit assumes where a package is silent. */
@SuppressWarnings("ImmutableEnumChecker") // constant lists and a constructor reference
public enum OutputFormat {
    /** The raw grid of the YOLOX toolkit. */
    YOLOX(YoloxDecoder.DEFAULTS, YoloxDecoder::new);

    /** Names of the package contract that this version cannot decode yet. */
    static final List<String> NOT_YET =
            List.of(
                    "yolov5",
                    "yolov8",
                    "end-to-end",
                    "detr",
                    "nanodet",
                    "picodet",
                    "ssd",
                    "softmax");

    private final Defaults defaults;
    private final Function<ModelPackage, OutputDecoder> decoder;

    OutputFormat(Defaults defaults, Function<ModelPackage, OutputDecoder> decoder) {
        this.defaults = defaults;
        this.decoder = decoder;
    }

    /** The name in {@code model.yaml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Defaults defaults() {
        return defaults;
    }

    OutputDecoder decoder(ModelPackage model) {
        return decoder.apply(model);
    }

    /** What holds for a field that a package does not give. */
    record Defaults(
            Resize resize,
            Anchor anchor,
            int padding,
            ColorOrder color,
            Layout layout,
            List<Float> mean,
            List<Float> std,
            List<Integer> strides,
            Thresholds thresholds) {}
}
