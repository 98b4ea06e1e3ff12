package io.vedette.bench;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import java.util.List;
import java.util.Map;

/** A picture without a camera, and a network of 416 x 416 pixels that looks at it. */
final class Scene {

    static final int WIDTH = 768;
    static final int HEIGHT = 432;
    static final RasterSpec LETTERBOX = raster(Resize.LETTERBOX, ResizeFilter.BILINEAR);

    private static final int SIDE = 416;
    private static final int NOISE = 15;
    private static final List<Float> MEAN = List.of(103.53f, 116.28f, 123.675f);
    private static final List<Float> STD = List.of(57.375f, 57.12f, 58.395f);

    private Scene() {}

    /** A slope of colour, edges, and a little noise. */
    static byte[] bgr(int width, int height) {
        byte[] bytes = new byte[3 * width * height];
        int state = 1;
        for (int i = 0; i < bytes.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            int edge = (x / 48 + y / 48) % 2 * 60;
            state = state * 1103515245 + 12345;
            int noise = (state >>> 16) % NOISE;
            bytes[i] = (byte) (20 + 80 * x / width + 60 * y / height + edge + noise);
        }
        return bytes;
    }

    static RasterSpec raster(Resize resize, ResizeFilter filter) {
        return new RasterSpec(
                SIDE, SIDE, resize, Anchor.TOP_LEFT, 114, ColorOrder.BGR, 0.875, filter);
    }

    static PixelWriter writer(OnnxJavaType type, Layout layout) {
        return PixelWriter.of(new ModelInput(LETTERBOX, layout, MEAN, STD, null, Map.of()), type);
    }
}
