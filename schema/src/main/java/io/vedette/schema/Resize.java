package io.vedette.schema;

/** How a picture of one shape is brought into a rectangle of another. */
public enum Resize {
    /** Keeps the aspect ratio and fills what is left with a padding value. */
    LETTERBOX,
    /** Scales both axes on their own. */
    STRETCH
}
