package io.vedette.models.outputs;

import java.util.Locale;
import java.util.function.Function;

/** How a model's outputs are encoded, and what its toolkit assumes where a package is silent. */
@SuppressWarnings("ImmutableEnumChecker") // constant lists and a constructor reference
public enum OutputFormat {
    /** The raw grid of the YOLOX toolkit. */
    YOLOX(YoloxDecoder.DEFAULTS, YoloxDecoder::new),
    /** Class scores and distances in bins of the NanoDet toolkit, NanoDet-Plus too. */
    NANODET(NanodetDecoder.DEFAULTS, NanodetDecoder::new),
    /** Class scores and distances in bins of PaddleDetection's PicoDet. */
    PICODET(PicodetDecoder.DEFAULTS, PicodetDecoder::new),
    /** The feature map of FastestDet. */
    FASTESTDET(FastestdetDecoder.DEFAULTS, FastestdetDecoder::new),
    /** Faces with five landmarks, of YuNet. */
    YUNET(YunetDecoder.DEFAULTS, YunetDecoder::new);

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
