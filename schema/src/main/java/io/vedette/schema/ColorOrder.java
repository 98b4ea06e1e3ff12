package io.vedette.schema;

/** In which order the bytes of a pixel stand. */
public enum ColorOrder {
    BGR,
    RGB,
    GREY;

    /** Bytes per pixel. */
    public int channels() {
        return this == GREY ? 1 : 3;
    }
}
