package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameScalerTest {

    private static final int PADDING = 114;

    private Demuxer demuxer;
    private VideoDecoder decoder;
    private FrameScaler scaler;

    @BeforeEach
    void decodeAFrame() throws IOException {
        demuxer = Demuxer.ofFile(SharedData.video("car-detection.mp4"), () -> false);
        decoder = new VideoDecoder(demuxer.video());
        scaler = new FrameScaler();
        while (decoder.receive() != VideoDecoder.Answer.PICTURE) {
            decoder.send(demuxer.read());
        }
    }

    @AfterEach
    void close() {
        scaler.close();
        decoder.close();
        demuxer.close();
    }

    @ParameterizedTest
    @CsvSource({"BGR, bgr24", "RGB, rgb24", "GREY, gray"})
    void givesTheBytesThatSwscaleInterleaves(ColorOrder color, String format) throws IOException {
        Raster raster = scaler.raster(decoder.frame(), spec(416, 234, Resize.STRETCH, color));

        AVFrame interleaved =
                scaler.scale(decoder.frame(), 416, 234, avutil.av_get_pix_fmt(format));
        assertThat(raster.data()).isEqualTo(bytes(interleaved, 416 * color.channels()));
    }

    @Test
    void padsWhatThePictureLeavesFree() throws IOException {
        RasterSpec letterbox = spec(416, 416, Resize.LETTERBOX, ColorOrder.BGR);

        Raster raster = scaler.raster(decoder.frame(), letterbox);

        int top = 91 * 416 * 3;
        int bottom = (91 + 234) * 416 * 3;
        byte[] shown =
                scaler.raster(decoder.frame(), spec(416, 234, Resize.STRETCH, ColorOrder.BGR))
                        .data();
        assertThat(Arrays.copyOf(raster.data(), top)).containsOnly(PADDING);
        assertThat(Arrays.copyOfRange(raster.data(), top, bottom)).isEqualTo(shown);
        assertThat(Arrays.copyOfRange(raster.data(), bottom, raster.data().length))
                .containsOnly(PADDING);
    }

    private static RasterSpec spec(int width, int height, Resize resize, ColorOrder color) {
        return new RasterSpec(width, height, resize, Anchor.CENTER, PADDING, color);
    }

    private static byte[] bytes(AVFrame picture, int rowBytes) {
        int stride = picture.linesize(0);
        long size = (long) stride * picture.height();
        ByteBuffer pixels = picture.data(0).capacity(size).asByteBuffer();
        byte[] bytes = new byte[rowBytes * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            pixels.get(y * stride, bytes, y * rowBytes, rowBytes);
        }
        return bytes;
    }
}
