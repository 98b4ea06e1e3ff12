package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.RetainedFrame;
import io.vedette.sources.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of 768 x 432 whose track is turned in its header. */
class RotationTest {

    private static final int ONE = 1 << 16;
    private static final int WIDTH = 768;
    private static final int HEIGHT = 432;
    private static final int MATRIX_AFTER_TYPE = 40;

    @TempDir private Path folder;

    @Test
    void aQuarterTurnSwapsTheSides() throws IOException {
        byte[] flat = pixels(turned(ONE, 0, 0, ONE), WIDTH, HEIGHT);

        byte[] upright = pixels(turned(0, ONE, -ONE, 0), HEIGHT, WIDTH);

        for (int y = 0; y < HEIGHT; y += 7) {
            for (int x = 0; x < WIDTH; x += 7) {
                assertThat(upright[x * HEIGHT + HEIGHT - 1 - y]).isEqualTo(flat[y * WIDTH + x]);
            }
        }
    }

    @Test
    void aHalfTurnTurnsUpsideDown() throws IOException {
        byte[] flat = pixels(turned(ONE, 0, 0, ONE), WIDTH, HEIGHT);

        byte[] upright = pixels(turned(-ONE, 0, 0, -ONE), WIDTH, HEIGHT);

        for (int i = 0; i < flat.length; i += 31) {
            assertThat(upright[flat.length - 1 - i]).isEqualTo(flat[i]);
        }
    }

    @Test
    void aTurnedPictureThatIsRetainedOutlivesItsStream() throws IOException {
        Path film = turned(0, ONE, -ONE, 0);
        byte[] first = pixels(film, HEIGHT, WIDTH);

        RetainedFrame retained;
        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(film, () -> false)) {
            retained = stream.next().retain();
            stream.next();
        }

        try (retained) {
            Raster raster = retained.raster(TestPictures.fullSize(HEIGHT, WIDTH, ColorOrder.GREY));
            assertThat(raster.data()).isEqualTo(first);
        }
    }

    private Path turned(int a, int b, int c, int d) throws IOException {
        byte[] film = Files.readAllBytes(SharedData.video("car-detection.mp4"));
        int type = new String(film, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        ByteBuffer.wrap(film, type + 4 + MATRIX_AFTER_TYPE, 36)
                .putInt(a)
                .putInt(b)
                .putInt(0)
                .putInt(c)
                .putInt(d)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(1 << 30);
        return Files.write(folder.resolve("film.mp4"), film);
    }

    private static byte[] pixels(Path film, int width, int height) throws IOException {
        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(film, () -> false)) {
            DecodedFrame frame = stream.next();
            assertThat(frame.width()).isEqualTo(width);
            assertThat(frame.height()).isEqualTo(height);
            Raster raster = frame.raster(TestPictures.fullSize(width, height, ColorOrder.GREY));
            return raster.data();
        }
    }
}
