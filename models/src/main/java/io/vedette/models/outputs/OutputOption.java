package io.vedette.models.outputs;

import java.util.Locale;

/** A field of {@code output} in {@code model.yaml}, besides its format. */
public enum OutputOption {
    STRIDES,
    ANCHORS,
    BOXES,
    UNITS,
    SCORES,
    BACKGROUND,
    FIRST_CLASS,
    COLUMNS,
    TENSORS;

    /** The name in {@code model.yaml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
