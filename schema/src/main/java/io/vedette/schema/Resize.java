package io.vedette.schema;

/** How a picture of one shape is brought into a rectangle of another. */
public enum Resize {
    /** Keeps the aspect ratio and fills what is left with a padding value. */
    LETTERBOX,
    /** Scales both axes on their own. */
    STRETCH,
    /** Keeps the aspect ratio, fills the rectangle and cuts off what is beyond it on both sides. */
    CENTER_CROP
}
