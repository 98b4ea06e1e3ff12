package io.vedette.models.outputs;

import java.util.Locale;
import java.util.function.Function;

/** How a model's outputs are encoded, and what its toolkit assumes where a package is silent. */
@SuppressWarnings("ImmutableEnumChecker") // constant lists and a constructor reference
public enum OutputFormat {
    /** The raw grid of the YOLOX toolkit. */
    YOLOX(YoloxDecoder.DEFAULTS, YoloxDecoder::new),
    /** Finished detections, one row each. */
    END_TO_END(EndToEndDecoder.DEFAULTS, EndToEndDecoder::new),
    /** The queries of the DETR family, finished or raw. */
    DETR(Detr.DEFAULTS, Detr::decoder),
    /** Finished detections, their parts in an output each. */
    SSD(SsdDecoder.DEFAULTS, SsdDecoder::new),
    /** Decoded boxes beside class scores. */
    BOXES_SCORES(BoxesScores.DEFAULTS, BoxesScores::decoder),
    /** A score for every class of picture. */
    SOFTMAX(Task.CLASSIFICATION, SoftmaxDecoder.DEFAULTS, SoftmaxDecoder::new);

    private final Task task;
    private final Defaults defaults;
    private final Function<DecoderContext, OutputDecoder> decoder;

    OutputFormat(Defaults defaults, Function<DecoderContext, OutputDecoder> decoder) {
        this(Task.DETECTION, defaults, decoder);
    }

    OutputFormat(Task task, Defaults defaults, Function<DecoderContext, OutputDecoder> decoder) {
        this.task = task;
        this.defaults = defaults;
        this.decoder = decoder;
    }

    /** The name in {@code model.yaml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What kind of answer the format holds. */
    public Task task() {
        return task;
    }

    /** What holds for a field that a package does not give. */
    public Defaults defaults() {
        return defaults;
    }

    /** What the outputs mean where a package is silent. */
    public OutputSpec output() {
        return defaults.output(this);
    }

    /** A decoder for a graph. It must not be used if the context then has problems. */
    public OutputDecoder decoder(DecoderContext context) {
        return decoder.apply(context);
    }
}
