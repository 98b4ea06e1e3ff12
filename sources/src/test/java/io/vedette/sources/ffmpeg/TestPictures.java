package io.vedette.sources.ffmpeg;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.io.IOException;
import org.bytedeco.ffmpeg.global.avutil;

/** Small pictures for tests. */
public final class TestPictures {

    private TestPictures() {}

    /**
     * A picture to encode.
     *
     * @param bgr interleaved rows
     */
    record Bgr(int width, int height, byte[] bgr) {

        byte[] encoded(JpegEncoder encoder, int quality) throws IOException {
            try (PixelFrame frame = new PixelFrame(bgr, width, height, avutil.AV_PIX_FMT_BGR24)) {
                return encoder.encode(frame.get(), quality);
            }
        }
    }

    /** A picture of one colour. */
    static Bgr plain(int width, int height, int blue, int green, int red) {
        byte[] bgr = new byte[width * height * 3];
        for (int i = 0; i < bgr.length; i += 3) {
            bgr[i] = (byte) blue;
            bgr[i + 1] = (byte) green;
            bgr[i + 2] = (byte) red;
        }
        return new Bgr(width, height, bgr);
    }

    /** A grey JPEG of the given size. */
    public static byte[] jpeg(int width, int height) throws IOException {
        try (JpegEncoder encoder = new JpegEncoder()) {
            return plain(width, height, 128, 128, 128).encoded(encoder, 90);
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
            values[c] = raster.data()[(c * raster.height() + y) * raster.width() + x] & 0xFF;
        }
        return values;
    }
}
