package io.vedette.schema;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * An axis-aligned rectangle in pixels of the source frame, origin at its top-left corner.
 *
 * @param x left edge
 * @param y top edge
 * @param width horizontal extent, not negative
 * @param height vertical extent, not negative
 */
public record Box(
        @JsonSerialize(using = Rounded.ToHundredths.class) float x,
        @JsonSerialize(using = Rounded.ToHundredths.class) float y,
        @JsonSerialize(using = Rounded.ToHundredths.class) float width,
        @JsonSerialize(using = Rounded.ToHundredths.class) float height) {

    public Box {
        Names.finite("Box x", x);
        Names.finite("Box y", y);
        if (!(width >= 0) || !(height >= 0) || Float.isInfinite(width + height)) {
            throw new IllegalArgumentException(
                    "Box extent must not be negative but was %s x %s.".formatted(width, height));
        }
    }

    /** The box between two corners, clipped to a frame of {@code frameWidth x frameHeight}. */
    public static Box clipped(
            float left, float top, float right, float bottom, int frameWidth, int frameHeight) {
        float x0 = clamp(left, 0, frameWidth);
        float y0 = clamp(top, 0, frameHeight);
        float x1 = clamp(right, x0, frameWidth);
        float y1 = clamp(bottom, y0, frameHeight);
        return new Box(x0, y0, x1 - x0, y1 - y0);
    }

    private static float clamp(float value, float low, float high) {
        return Math.max(low, Math.min(value, high));
    }

    public float area() {
        return width * height;
    }

    /** Intersection over union with another box, in [0, 1]; 0 where both are empty. */
    public float iou(Box other) {
        float w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        float h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        float intersection = w * h;
        return intersection / (area() + other.area() - intersection);
    }
}
