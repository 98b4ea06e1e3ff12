package io.vedette.models.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are those of {@code cv2.resize(…, INTER_LINEAR_EXACT)}, OpenCV 5.0. */
final class BilinearResizeTest {

    @Test
    void shrinksAsOpenCvDoes() {
        byte[] resized = resized(Noise.bgr(7, 5), 7, 5, 4, 3);

        assertThat(resized)
                .isEqualTo(
                        Noise.bytes(
                                146, 87, 148, 181, 216, 117, 120, 41, 196, 125, 122, 121, 118, 67,
                                69, 210, 27, 134, 42, 129, 153, 125, 101, 97, 84, 186, 76, 184, 187,
                                76, 168, 115, 77, 104, 142, 110));
    }

    @Test
    void enlargesAsOpenCvDoes() {
        byte[] resized = resized(Noise.bgr(3, 2), 3, 2, 3, 5);

        assertThat(resized)
                .isEqualTo(
                        Noise.bytes(
                                198, 126, 129, 107, 75, 251, 226, 251, 84, 203, 132, 139, 109, 70,
                                248, 217, 226, 95, 222, 158, 176, 116, 52, 238, 181, 126, 138, 241,
                                183, 213, 122, 33, 228, 144, 26, 180, 246, 189, 223, 124, 28, 225,
                                135, 1, 191));
    }

    @ParameterizedTest
    @CsvSource({
        "640, 427, 416, 277, 2c43314f",
        "768, 432, 416, 234, 371d4df1",
        "832, 640, 416, 320, 5fe1a4b4",
        "320, 240, 416, 312, 1c10c183"
    })
    void givesEveryByteOfOpenCv(int width, int height, int newWidth, int newHeight, String crc) {
        byte[] resized = resized(Noise.bgr(width, height), width, height, newWidth, newHeight);

        assertThat(Noise.checksum(resized)).isEqualTo(crc);
    }

    @Test
    void leavesAPictureOfTheRightSizeAlone() {
        byte[] picture = Noise.bgr(6, 4);

        assertThat(resized(picture, 6, 4, 6, 4)).isEqualTo(picture);
    }

    @Test
    void spreadsASinglePixel() {
        byte[] resized = resized(Noise.bytes(10, 20, 250), 1, 1, 2, 2);

        assertThat(resized).asHexString().isEqualTo("0A14FA".repeat(4));
    }

    private static byte[] resized(byte[] bgr, int width, int height, int newWidth, int newHeight) {
        RasterSpec spec =
                new RasterSpec(
                        newWidth, newHeight, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);
        return Noise.interleaved(ImageRaster.ofBgr(bgr, width, height, spec));
    }
}
