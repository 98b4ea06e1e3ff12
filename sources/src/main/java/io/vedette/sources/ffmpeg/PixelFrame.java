package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** Interleaved pixels of a Java array, as a native frame. */
final class PixelFrame implements AutoCloseable {

    private final AVFrame frame;

    PixelFrame(byte[] pixels, int width, int height, int format) throws IOException {
        Ffmpeg.load();
        frame = avutil.av_frame_alloc();
        frame.width(width).height(height).format(format).color_range(avutil.AVCOL_RANGE_JPEG);
        int result = avutil.av_frame_get_buffer(frame, 0);
        if (result < 0) {
            avutil.av_frame_free(frame);
        }
        check(result, "a picture of pixels");
        int stride = frame.linesize(0);
        int rowBytes = pixels.length / height;
        ByteBuffer rows = frame.data(0).capacity((long) stride * height).asByteBuffer();
        for (int row = 0; row < height; row++) {
            rows.put(row * stride, pixels, row * rowBytes, rowBytes);
        }
    }

    AVFrame get() {
        return frame;
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
    }
}
