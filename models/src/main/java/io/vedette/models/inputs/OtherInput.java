package io.vedette.models.inputs;

import java.util.List;
import java.util.Locale;

/**
 * Where the values of an input that takes no picture come from.
 *
 * @param numbers the values of a {@link Source#CONSTANT}; else empty
 */
public record OtherInput(Source source, List<Double> numbers) {

    /** What an input is told. Sizes and factors are two numbers for every frame. */
    public enum Source {
        /** Numbers of the package. */
        CONSTANT,
        /** Width and height of the source frame, in pixels. */
        SOURCE_WIDTH_HEIGHT,
        /** Height and width of the source frame, in pixels. */
        SOURCE_HEIGHT_WIDTH,
        /** Width and height of the picture that enters the network, in pixels. */
        INPUT_WIDTH_HEIGHT,
        /** Height and width of the picture that enters the network, in pixels. */
        INPUT_HEIGHT_WIDTH,
        /** Network pixels per source pixel, vertically and horizontally. */
        SCALE_HEIGHT_WIDTH,
        /** The least score of a detection, in [0, 1]. */
        CONFIDENCE,
        /** The overlap above which the weaker box goes, in [0, 1]. */
        IOU,
        /** The most detections of a frame. */
        MAX_DETECTIONS;

        /** The name in {@code model.yaml}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public OtherInput {
        numbers = List.copyOf(numbers);
    }

    /** Always the same numbers. */
    public static OtherInput constant(List<Double> numbers) {
        return new OtherInput(Source.CONSTANT, numbers);
    }

    /** Numbers that the frames, the package or its thresholds give. */
    public static OtherInput of(Source source) {
        return new OtherInput(source, List.of());
    }
}
