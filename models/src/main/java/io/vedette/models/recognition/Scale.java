package io.vedette.models.recognition;

import java.util.List;

/** Mean and deviation that pixel values of 0 to 255 are brought to. */
@SuppressWarnings("ImmutableEnumChecker") // constant lists
public enum Scale {
    FRACTIONS(List.of(0f, 0f, 0f), List.of(255f, 255f, 255f)),
    SIGNED(List.of(127.5f, 127.5f, 127.5f), List.of(127.5f, 127.5f, 127.5f)),
    SIGNED_127(List.of(127f, 127f, 127f), List.of(128f, 128f, 128f)),
    SIGNED_128(List.of(127.5f, 127.5f, 127.5f), List.of(128f, 128f, 128f)),
    IMAGENET(List.of(123.675f, 116.28f, 103.53f), List.of(58.395f, 57.12f, 57.375f)),
    IMAGENET_BGR(List.of(103.53f, 116.28f, 123.675f), List.of(57.375f, 57.12f, 58.395f)),
    CENTERED_BYTES(List.of(104f, 117f, 123f), List.of(1f, 1f, 1f)),
    BYTES(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));

    private final List<Float> mean;
    private final List<Float> std;

    Scale(List<Float> mean, List<Float> std) {
        this.mean = mean;
        this.std = std;
    }

    /** One value for each channel, in the colour order. */
    public List<Float> mean() {
        return mean;
    }

    /** One value for each channel, in the colour order. */
    public List<Float> std() {
        return std;
    }

    /** The same for channels in the opposite order. */
    public Scale reversed() {
        return switch (this) {
            case IMAGENET -> IMAGENET_BGR;
            case IMAGENET_BGR -> IMAGENET;
            case FRACTIONS, SIGNED, SIGNED_127, SIGNED_128, CENTERED_BYTES, BYTES -> this;
        };
    }
}
