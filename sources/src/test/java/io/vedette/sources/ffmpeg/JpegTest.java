package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.TestPictures.fullSize;
import static io.vedette.sources.ffmpeg.TestPictures.jpeg;
import static io.vedette.sources.ffmpeg.TestPictures.pixel;
import static io.vedette.sources.ffmpeg.TestPictures.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegTest {

    private JpegEncoder encoder;
    private JpegDecoder decoder;

    @BeforeEach
    void open() throws IOException {
        encoder = new JpegEncoder();
        decoder = new JpegDecoder();
    }

    @AfterEach
    void close() {
        encoder.close();
        decoder.close();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "255,255,255", "255,0,0", "0,255,0", "0,0,255", "114,90,200"})
    void keepsColours(int blue, int green, int red) throws IOException {
        byte[] jpeg = plain(64, 48, blue, green, red).encoded(encoder, 95);

        Raster raster = decoder.decode(jpeg, fullSize(64, 48, ColorOrder.BGR));

        assertNear(pixel(raster, 30, 20), blue, green, red);
    }

    @Test
    void agreesWithAnotherDecoder() throws IOException {
        byte[] jpeg = plain(64, 48, 200, 90, 30).encoded(encoder, 95);

        int rgb = ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(30, 20);

        assertNear(new int[] {rgb & 0xFF, rgb >> 8 & 0xFF, rgb >> 16 & 0xFF}, 200, 90, 30);
    }

    @Test
    void givesTheColourOrderThatIsAskedFor() throws IOException {
        byte[] jpeg = plain(64, 48, 200, 90, 30).encoded(encoder, 95);

        Raster rgb = decoder.decode(jpeg, fullSize(64, 48, ColorOrder.RGB));
        Raster grey = decoder.decode(jpeg, fullSize(64, 48, ColorOrder.GREY));

        assertNear(pixel(rgb, 5, 5), 30, 90, 200);
        assertNear(pixel(grey, 5, 5), (int) (0.299 * 30 + 0.587 * 90 + 0.114 * 200));
    }

    @Test
    void whiteIsFullyWhiteInGrey() throws IOException {
        byte[] jpeg = plain(64, 48, 255, 255, 255).encoded(encoder, 95);

        Raster grey = decoder.decode(jpeg, fullSize(64, 48, ColorOrder.GREY));

        assertNear(pixel(grey, 63, 47), 255);
    }

    @Test
    void placesThePictureInTheMiddleOfTheLetterbox() throws IOException {
        byte[] jpeg = plain(640, 360, 255, 255, 255).encoded(encoder, 95);
        RasterSpec spec =
                new RasterSpec(416, 416, Resize.LETTERBOX, Anchor.CENTER, 114, ColorOrder.BGR);

        Raster raster = decoder.decode(jpeg, spec);

        assertThat(raster.placement()).isEqualTo(spec.place(640, 360));
        assertThat(pixel(raster, 200, 90)).containsOnly(114);
        assertNear(pixel(raster, 0, 91), 255, 255, 255);
        assertNear(pixel(raster, 415, 324), 255, 255, 255);
        assertThat(pixel(raster, 200, 325)).containsOnly(114);
    }

    @Test
    void showsTheMiddleOfACrop() throws IOException {
        TestPictures.Bgr picture = plain(640, 360, 0, 0, 0);
        for (int y = 180; y < 360; y++) {
            Arrays.fill(picture.bgr(), (y * 640 + 320) * 3, (y + 1) * 640 * 3, (byte) 255);
        }
        RasterSpec spec = crop(0.875);

        Raster raster = decoder.decode(picture.encoded(encoder, 95), spec);

        assertThat(raster.placement()).isEqualTo(spec.place(640, 360));
        assertNear(pixel(raster, 108, 223), 0, 0, 0);
        assertNear(pixel(raster, 223, 108), 0, 0, 0);
        assertNear(pixel(raster, 115, 115), 255, 255, 255);
        assertNear(pixel(raster, 223, 223), 255, 255, 255);
    }

    @Test
    void refusesToScaleAThinPictureBeyondAllBounds() throws IOException {
        byte[] thin = jpeg(4000, 16);

        assertThatThrownBy(() -> decoder.decode(thin, crop(0.05)))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "a picture of 4000 x 16 must not be scaled to more than 100000000 pixels"
                                + " but to 1120000 x 4480");
    }

    @Test
    void followsPicturesOfChangingSize() throws IOException {
        for (int size : new int[] {64, 1001, 33, 64}) {
            byte[] jpeg = plain(size, size + 1, 10, 200, 30).encoded(encoder, 95);

            Raster raster = decoder.decode(jpeg, fullSize(size, size + 1, ColorOrder.BGR));

            assertNear(pixel(raster, size - 1, size), 10, 200, 30);
        }
    }

    @Test
    void higherQualityTakesMoreBytes() throws IOException {
        TestPictures.Bgr noise = plain(320, 240, 0, 0, 0);
        new java.util.Random(1).nextBytes(noise.bgr());

        assertThat(noise.encoded(encoder, 95))
                .hasSizeGreaterThan(noise.encoded(encoder, 75).length);
        assertThat(noise.encoded(encoder, 75))
                .hasSizeGreaterThan(noise.encoded(encoder, 10).length);
    }

    @Test
    void refusesWhatIsNoJpeg() {
        assertThatThrownBy(
                        () ->
                                decoder.decode(
                                        "hello world".getBytes(), fullSize(8, 8, ColorOrder.BGR)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a JPEG");
    }

    @Test
    void refusesHalfAJpegAndDecodesTheNextOne() throws IOException {
        TestPictures.Bgr noise = plain(320, 240, 0, 0, 0);
        new java.util.Random(1).nextBytes(noise.bgr());
        byte[] whole = noise.encoded(encoder, 75);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatThrownBy(() -> decoder.decode(half, fullSize(320, 240, ColorOrder.BGR)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("JPEG");
        assertThat(decoder.decode(whole, fullSize(320, 240, ColorOrder.BGR)).width())
                .isEqualTo(320);
    }

    @Test
    void refusesAPictureOfAbsurdSize() throws IOException {
        byte[] jpeg = jpeg(64, 48);
        int header = indexOfFrameHeader(jpeg);
        Arrays.fill(jpeg, header + 5, header + 9, (byte) 0xF0);

        assertThatThrownBy(() -> decoder.decode(jpeg, fullSize(8, 8, ColorOrder.BGR)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("61680 x 61680");
    }

    @Test
    void readsTheSizeWithoutDecoding() throws IOException {
        assertThat(JpegSize.of(jpeg(123, 45))).isEqualTo(new JpegSize(123, 45));
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "90, 3", "75, 8", "50, 16", "1, 31"})
    void mapsQualityToTheQuantiser(int quality, int qscale) {
        assertThat(JpegEncoder.qscale(quality)).isEqualTo(qscale);
    }

    private static RasterSpec crop(double crop) {
        return new RasterSpec(
                224,
                224,
                Resize.CENTER_CROP,
                Anchor.TOP_LEFT,
                0,
                ColorOrder.BGR,
                crop,
                ResizeFilter.BILINEAR);
    }

    private static int indexOfFrameHeader(byte[] jpeg) {
        int at = 0;
        while ((jpeg[at] & 0xFF) != 0xFF || (jpeg[at + 1] & 0xFF) != 0xC0) {
            at++;
        }
        return at;
    }

    private static void assertNear(int[] pixel, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(pixel[i]).isCloseTo(expected[i], Offset.offset(5));
        }
    }
}
