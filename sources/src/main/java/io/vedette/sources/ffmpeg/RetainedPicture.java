package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;

import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.sources.RetainedFrame;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** A second reference to the buffers of a picture, which outlives the decoder. */
final class RetainedPicture implements RetainedFrame {

    private final AVFrame picture;
    private final PixelMaker pixels;
    private final AtomicBoolean closed = new AtomicBoolean();

    RetainedPicture(AVFrame original, PixelMaker pixels) throws IOException {
        this.picture = allocated(avutil.av_frame_clone(original), "a reference to a picture");
        this.pixels = pixels.hold();
    }

    @Override
    public int width() {
        return picture.width();
    }

    @Override
    public int height() {
        return picture.height();
    }

    @Override
    public Raster raster(RasterSpec spec) throws IOException {
        return pixels.raster(picture, spec);
    }

    @Override
    public byte[] picture(int quality) throws IOException {
        return pixels.picture(picture, quality);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            avutil.av_frame_free(picture);
            pixels.release();
        }
    }
}
