package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.sources.DecodedFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films in formats that cameras seldom send: each plays to its end, in its size and colours. */
@Timeout(120)
class OddContentITCase {

    private static final int PICTURES = 12;

    @TempDir private Path folder;

    private record Size(int width, int height) {}

    @ParameterizedTest
    @CsvSource({
        "libopenh264, yuv420p, mp4",
        "libopenh264, yuv420p, flv",
        "libopenh264, yuv420p, h264",
        "mpeg4, yuv420p, avi",
        "mpeg4, yuv420p, 3gp",
        "mpeg2video, yuv420p, ts",
        "mpeg2video, yuv422p, mpg",
        "mpeg2video, yuv422p, mxf",
        "mjpeg, yuvj420p, avi",
        "mjpeg, yuvj422p, mjpeg",
        "mjpeg, yuvj444p, mkv",
        "libvpx, yuv420p, webm",
        "libvpx-vp9, yuv422p, mkv",
        "libvpx-vp9, yuv444p, webm",
        "libsvtav1, yuv420p10le, mp4",
        "prores_ks, yuv422p10le, mov",
        "prores_ks, yuv444p10le, mkv",
        "ffv1, yuv420p10le, mkv",
        "ffv1, yuv444p16le, nut",
        "ffv1, gbrp12le, mkv",
        "huffyuv, yuv422p, avi",
        "png, rgb24, mov",
        "utvideo, gbrp, avi",
        "v210, yuv422p10le, mov",
    })
    void everyPixelFormatAndContainerPlaysInItsColours(
            String encoder, String pixels, String container) throws IOException {
        Path film = folder.resolve("film." + container);
        new TestFilm(encoder, pixels, 320, 240).write(film, PICTURES, false);

        assertThat(played(film)).hasSize(PICTURES).containsOnly(new Size(320, 240));
    }

    @ParameterizedTest
    @CsvSource({"ffv1, gray", "ffv1, gray10le", "png, gray16be", "cinepak, gray"})
    void greyFilmsAreGrey(String encoder, String pixels) throws IOException {
        Path film = folder.resolve("film.mkv");
        new TestFilm(encoder, pixels, 320, 240).write(film, PICTURES, false);

        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(film, () -> false)) {
            Raster raster = stream.next().raster(TestPictures.fullSize(320, 240, ColorOrder.BGR));

            assertNear(TestPictures.pixel(raster, 80, 120), grey(TestFilm.LEFT));
            assertNear(TestPictures.pixel(raster, 240, 120), grey(TestFilm.RIGHT));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mpeg4, yuv420p, 33, 17",
        "mjpeg, yuvj422p, 33, 17",
        "ffv1, yuv420p10le, 33, 17",
        "libvpx-vp9, yuv444p, 641, 359",
        "png, rgb24, 5, 3",
        "libopenh264, yuv420p, 1918, 1078",
        "mjpeg, yuvj420p, 4096, 16",
        "mjpeg, yuvj420p, 16, 4096",
    })
    void oddSizesAreKept(String encoder, String pixels, int width, int height) throws IOException {
        Path film = folder.resolve("film.mkv");
        new TestFilm(encoder, pixels, width, height).write(film, PICTURES, false);

        assertThat(played(film)).hasSize(PICTURES).containsOnly(new Size(width, height));
    }

    @ParameterizedTest
    @CsvSource({"mpeg2video, ts", "mpeg4, avi"})
    void interlacedPicturesComeWhole(String encoder, String container) throws IOException {
        Path film = folder.resolve("film." + container);
        new TestFilm(encoder, "yuv420p", 720, 576, true).write(film, PICTURES, false);

        assertThat(played(film)).hasSize(PICTURES).containsOnly(new Size(720, 576));
    }

    @ParameterizedTest
    @CsvSource({"mjpeg, yuvj420p, avi", "mpeg4, yuv420p, mp4"})
    void aFilmMayBeAsLargeAs8K(String encoder, String pixels, String container) throws IOException {
        Path film = folder.resolve("film." + container);
        new TestFilm(encoder, pixels, 7680, 4320).write(film, 1, false);

        assertThat(played(film)).containsExactly(new Size(7680, 4320));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "ts", "flv", "avi"})
    void soundBesideTheFilmIsPassedOver(String container) throws IOException {
        Path film = folder.resolve("film." + container);
        new TestFilm("libopenh264", "yuv420p", 320, 240).write(film, PICTURES, true);

        assertThat(played(film)).hasSize(PICTURES).containsOnly(new Size(320, 240));
    }

    @ParameterizedTest
    @CsvSource({
        "libopenh264, yuv420p, h264",
        "libopenh264, yuv420p, ts",
        "mjpeg, yuvj420p, mjpeg",
    })
    void theSizeMayChangeAmidTheFilm(String encoder, String pixels, String container)
            throws IOException {
        Path film = concatenated(encoder, pixels, container);

        List<Size> sizes = played(film);

        assertThat(sizes).hasSize(3 * PICTURES);
        assertThat(sizes.subList(0, PICTURES)).containsOnly(new Size(320, 240));
        assertThat(sizes.subList(PICTURES, 2 * PICTURES)).containsOnly(new Size(640, 360));
        assertThat(sizes.subList(2 * PICTURES, 3 * PICTURES)).containsOnly(new Size(176, 144));
    }

    private Path concatenated(String encoder, String pixels, String container) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Size size : List.of(new Size(320, 240), new Size(640, 360), new Size(176, 144))) {
            Path part = folder.resolve("part." + container);
            new TestFilm(encoder, pixels, size.width(), size.height()).write(part, PICTURES, false);
            bytes.write(Files.readAllBytes(part));
        }
        return Files.write(folder.resolve("film." + container), bytes.toByteArray());
    }

    /** The sizes of all pictures, whose colours and encoding as a JPEG are looked at. */
    private static List<Size> played(Path film) throws IOException {
        List<Size> sizes = new ArrayList<>();
        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(film, () -> false)) {
            for (DecodedFrame frame = stream.next(); frame != null; frame = stream.next()) {
                Size size = new Size(frame.width(), frame.height());
                assertThat(frame.damaged()).isFalse();
                assertColours(frame, size);
                assertThat(JpegSize.of(frame.picture(80)))
                        .isEqualTo(new JpegSize(size.width(), size.height()));
                sizes.add(size);
            }
        }
        return sizes;
    }

    private static void assertColours(DecodedFrame frame, Size size) throws IOException {
        Raster raster =
                frame.raster(TestPictures.fullSize(size.width(), size.height(), ColorOrder.BGR));
        int middle = size.height() / 2;
        assertNear(TestPictures.pixel(raster, 0, middle), TestFilm.LEFT);
        assertNear(TestPictures.pixel(raster, size.width() - 1, middle), TestFilm.RIGHT);
    }

    private static int[] grey(int[] bgr) {
        int grey = (int) Math.round(0.114 * bgr[0] + 0.587 * bgr[1] + 0.299 * bgr[2]);
        return new int[] {grey, grey, grey};
    }

    private static void assertNear(int[] pixel, int[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(pixel[i]).isCloseTo(expected[i], Offset.offset(8));
        }
    }
}
