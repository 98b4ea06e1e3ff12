package io.vedette.models.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are those of {@code Image.resize(…, BILINEAR)}, Pillow 12.3. */
final class AntialiasResizeTest {

    @Test
    void shrinksAsPillowDoes() {
        byte[] resized = resized(Noise.bgr(7, 5), 7, 5, 4, 3);

        assertThat(resized)
                .isEqualTo(
                        Noise.bytes(
                                138, 89, 146, 155, 171, 159, 136, 65, 194, 140, 106, 130, 116, 88,
                                75, 173, 113, 145, 100, 147, 154, 133, 120, 123, 96, 174, 65, 190,
                                158, 90, 171, 123, 125, 109, 138, 128));
    }

    @Test
    void enlargesAsPillowDoes() {
        byte[] resized = resized(Noise.bgr(3, 2), 3, 2, 3, 5);

        assertThat(resized)
                .isEqualTo(
                        Noise.bytes(
                                198, 126, 129, 107, 75, 251, 226, 251, 84, 203, 132, 138, 109, 70,
                                248, 217, 226, 95, 222, 158, 176, 116, 52, 238, 181, 126, 138, 241,
                                183, 214, 122, 33, 228, 144, 26, 180, 246, 189, 223, 124, 28, 225,
                                135, 1, 191));
    }

    @ParameterizedTest
    @CsvSource({
        "640, 427, 416, 277, cb073d30",
        "768, 432, 416, 234, 6e38b922",
        "832, 640, 416, 320, 748283cb",
        "320, 240, 416, 312, e8850b2a",
        "1280, 720, 100, 56, 2e4ad177",
        "50, 700, 333, 3, 33178cfa"
    })
    void givesEveryByteOfPillow(int width, int height, int newWidth, int newHeight, String crc) {
        byte[] resized = resized(Noise.bgr(width, height), width, height, newWidth, newHeight);

        assertThat(Noise.checksum(resized)).isEqualTo(crc);
    }

    @Test
    void leavesAPictureOfTheRightSizeAlone() {
        byte[] picture = Noise.bgr(6, 4);

        assertThat(resized(picture, 6, 4, 6, 4)).isEqualTo(picture);
    }

    @Test
    void makesOnePixelOfAll() {
        byte[] white = new byte[3 * 20_000];
        Arrays.fill(white, (byte) 255);

        assertThat(resized(white, 20_000, 1, 1, 1)).asHexString().isEqualTo("FFFFFF");
    }

    private static byte[] resized(byte[] bgr, int width, int height, int newWidth, int newHeight) {
        RasterSpec spec =
                new RasterSpec(
                        newWidth,
                        newHeight,
                        Resize.STRETCH,
                        Anchor.TOP_LEFT,
                        0,
                        ColorOrder.BGR,
                        1,
                        ResizeFilter.ANTIALIAS);
        return Noise.interleaved(ImageRaster.ofBgr(bgr, width, height, spec));
    }
}
