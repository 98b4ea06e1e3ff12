package io.vedette.schema;

import java.util.Arrays;

/**
 * A picture in the shape that a model wants, with the way back to the source frame.
 *
 * <p>The bytes are shared, not copied: whoever makes a raster gives them away.
 *
 * @param width in pixels
 * @param height in pixels
 * @param color order of the planes
 * @param placement where the source picture lies in this raster
 * @param data a plane of rows for each channel, {@code channels * height * width} unsigned bytes
 */
public record Raster(int width, int height, ColorOrder color, Placement placement, byte[] data) {

    public Raster {
        Names.positive("Raster width", width);
        Names.positive("Raster height", height);
        int expected = width * height * color.channels();
        if (data.length != expected) {
            throw new IllegalArgumentException(
                    "A %d x %d %s raster must have %d bytes but had %d."
                            .formatted(width, height, color, expected, data.length));
        }
    }

    /** Whether this raster is what the given model input asks for. */
    public boolean fits(RasterSpec spec) {
        return width == spec.width() && height == spec.height() && color == spec.color();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Raster that
                && width == that.width
                && height == that.height
                && color == that.color
                && placement.equals(that.placement)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * placement.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "Raster[%d x %d %s]".formatted(width, height, color);
    }
}
