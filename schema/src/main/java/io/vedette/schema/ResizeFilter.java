package io.vedette.schema;

/** Which pixels of a picture make up one of a smaller or larger picture. */
public enum ResizeFilter {
    /** The four nearest, as {@code INTER_LINEAR} of OpenCV. */
    BILINEAR,
    /**
     * All that the smaller pixel covers, weighted by a triangle, as {@code BILINEAR} of Pillow and
     * torchvision.
     */
    ANTIALIAS
}
