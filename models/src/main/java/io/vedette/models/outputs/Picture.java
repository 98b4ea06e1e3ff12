package io.vedette.models.outputs;

import io.vedette.models.inputs.Layout;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import java.util.List;

/** How a toolkit prepares pictures; holds for the fields of {@code input} that are not given. */
public record Picture(
        Resize resize,
        Anchor anchor,
        int padding,
        ColorOrder color,
        Layout layout,
        List<Float> mean,
        List<Float> std,
        double crop,
        ResizeFilter filter) {

    private static final List<Float> ZEROS = List.of(0f, 0f, 0f);
    private static final List<Float> ONES = List.of(1f, 1f, 1f);
    private static final List<Float> FULL_SCALE = List.of(255f, 255f, 255f);
    private static final int GREY = 114;

    private Picture(
            Resize resize,
            Anchor anchor,
            int padding,
            ColorOrder color,
            List<Float> mean,
            List<Float> std) {
        this(resize, anchor, padding, color, Layout.NCHW, mean, std, 1, ResizeFilter.BILINEAR);
    }

    /** Bytes as they are. */
    static Picture bytes(Resize resize, ColorOrder color) {
        return new Picture(resize, Anchor.TOP_LEFT, GREY, color, ZEROS, ONES);
    }

    /** Values from 0 to 1. */
    static Picture fractions(Resize resize, ColorOrder color) {
        return new Picture(resize, Anchor.CENTER, GREY, color, ZEROS, FULL_SCALE);
    }

    /** Values of zero mean and unit deviation over a dataset, given on the scale 0..255. */
    static Picture standardized(
            Resize resize, ColorOrder color, List<Float> mean, List<Float> std) {
        return new Picture(resize, Anchor.TOP_LEFT, 0, color, mean, std);
    }

    /** The same, resized as Pillow and torchvision do. */
    Picture antialiased() {
        return new Picture(
                resize, anchor, padding, color, layout, mean, std, crop, ResizeFilter.ANTIALIAS);
    }

    /** The same, of which a centre crop leaves a part of the shorter side. */
    Picture cropped(double part) {
        return new Picture(resize, anchor, padding, color, layout, mean, std, part, filter);
    }

    /** The same, with the channels of a pixel side by side. */
    Picture nhwc() {
        return new Picture(resize, anchor, padding, color, Layout.NHWC, mean, std, crop, filter);
    }

    /** The same, with a letterbox placed elsewhere. */
    Picture anchored(Anchor where) {
        return new Picture(resize, where, padding, color, layout, mean, std, crop, filter);
    }

    /** The same, with another padding. */
    Picture padded(int value) {
        return new Picture(resize, anchor, value, color, layout, mean, std, crop, filter);
    }
}
