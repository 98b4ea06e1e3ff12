package io.vedette.bench;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;

/** A picture without a camera: a slope of colour, edges, and a little noise. */
final class Scene {

    private static final int NOISE = 15;

    private Scene() {}

    /** Interleaved rows of blue, green and red. */
    static byte[] bgr(int width, int height) {
        byte[] bytes = new byte[3 * width * height];
        int state = 1;
        for (int i = 0; i < bytes.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            int edge = (x / 48 + y / 48) % 2 * 60;
            state = state * 1103515245 + 12345;
            bytes[i] =
                    (byte) (20 + 80 * x / width + 60 * y / height + edge + (state >>> 16) % NOISE);
        }
        return bytes;
    }

    /** What a network of 416 x 416 pixels wants to see. */
    static RasterSpec raster(Resize resize, ResizeFilter filter) {
        return new RasterSpec(
                416, 416, resize, Anchor.TOP_LEFT, 114, ColorOrder.BGR, 0.875, filter);
    }
}
