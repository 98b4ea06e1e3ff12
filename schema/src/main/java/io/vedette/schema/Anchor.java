package io.vedette.schema;

/** Where a letterboxed picture lies in its rectangle. */
public enum Anchor {
    TOP_LEFT,
    CENTER
}
