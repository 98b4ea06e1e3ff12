package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.DecodeDevice;
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
        decoder = new VideoDecoder(demuxer.video(), DecodeDevice.CPU);
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
        byte[] pixels = bytes(interleaved, 416 * color.channels());
        assertThat(raster.data()).isEqualTo(planes(pixels, color.channels()));
    }

    @Test
    void padsWhatThePictureLeavesFree() throws IOException {
        RasterSpec letterbox = spec(416, 416, Resize.LETTERBOX, ColorOrder.BGR);

        Raster raster = scaler.raster(decoder.frame(), letterbox);

        byte[] shown =
                scaler.raster(decoder.frame(), spec(416, 234, Resize.STRETCH, ColorOrder.BGR))
                        .data();
        for (int c = 0; c < 3; c++) {
            int plane = c * 416 * 416;
            int top = plane + 91 * 416;
            int bottom = top + 234 * 416;
            assertThat(Arrays.copyOfRange(raster.data(), plane, top)).containsOnly(PADDING);
            assertThat(Arrays.copyOfRange(raster.data(), top, bottom))
                    .isEqualTo(Arrays.copyOfRange(shown, c * 416 * 234, (c + 1) * 416 * 234));
            assertThat(Arrays.copyOfRange(raster.data(), bottom, plane + 416 * 416))
                    .containsOnly(PADDING);
        }
    }

    private static RasterSpec spec(int width, int height, Resize resize, ColorOrder color) {
        return new RasterSpec(width, height, resize, Anchor.CENTER, PADDING, color);
    }

    private static byte[] planes(byte[] pixels, int channels) {
        byte[] planes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            planes[i % channels * (pixels.length / channels) + i / channels] = pixels[i];
        }
        return planes;
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
