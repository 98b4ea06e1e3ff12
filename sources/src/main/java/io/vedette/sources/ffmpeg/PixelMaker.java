package io.vedette.sources.ffmpeg;

import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes pixels of the pictures of one stream, one at a time, for any thread. It is freed when the
 * stream and all who kept a picture of it have let it go.
 */
final class PixelMaker {

    private final FrameScaler scaler;
    private final JpegEncoder jpeg;
    private int holders = 1;

    PixelMaker() throws IOException {
        scaler = new FrameScaler();
        jpeg = new JpegEncoder();
    }

    synchronized Raster raster(AVFrame picture, RasterSpec spec) throws IOException {
        return scaler.raster(picture, spec);
    }

    synchronized byte[] picture(AVFrame picture, int quality) throws IOException {
        return jpeg.encode(picture, quality);
    }

    /** One more holds it. */
    synchronized PixelMaker hold() {
        holders++;
        return this;
    }

    /** One who held it lets go. */
    synchronized void release() {
        holders--;
        if (holders == 0) {
            jpeg.close();
            scaler.close();
        }
    }
}
