package io.vedette.models.outputs;

/** What kind of answer a model gives. */
public enum Task {
    /** Boxes of things in the picture. */
    DETECTION,
    /** What the whole picture is. */
    CLASSIFICATION
}
