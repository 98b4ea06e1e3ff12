package io.vedette.models.outputs;

/** A box that a network corrects, in pixels of its input. */
record AnchorBox(float centerX, float centerY, float width, float height) {}
