package io.vedette.sources.ffmpeg;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.io.IOException;

/** Small pictures for tests. */
public final class TestPictures {

    private TestPictures() {}

    /** A picture of one colour. */
    static Raster plain(int width, int height, int blue, int green, int red) {
        byte[] data = new byte[width * height * 3];
        for (int i = 0; i < data.length; i += 3) {
            data[i] = (byte) blue;
            data[i + 1] = (byte) green;
            data[i + 2] = (byte) red;
        }
        return new Raster(
                width, height, ColorOrder.BGR, new Placement(0, 0, width, height, 1, 1), data);
    }

    /** A grey JPEG of the given size. */
    public static byte[] jpeg(int width, int height) throws IOException {
        try (JpegEncoder encoder = new JpegEncoder()) {
            return encoder.encode(plain(width, height, 128, 128, 128), 90);
        }
    }

    /** The picture as it is. */
    static RasterSpec fullSize(int width, int height, ColorOrder color) {
        return new RasterSpec(width, height, Resize.STRETCH, Anchor.TOP_LEFT, 0, color);
    }

    /** The bytes of one pixel, as numbers. */
    static int[] pixel(Raster raster, int x, int y) {
        int channels = raster.color().channels();
        int[] values = new int[channels];
        for (int c = 0; c < channels; c++) {
            values[c] = raster.data()[(y * raster.width() + x) * channels + c] & 0xFF;
        }
        return values;
    }
}
