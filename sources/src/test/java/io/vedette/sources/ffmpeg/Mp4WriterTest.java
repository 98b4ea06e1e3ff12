package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.ColorOrder;
import io.vedette.sources.DecodedFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mp4WriterTest {

    @TempDir private Path folder;

    @Test
    void whatIsWrittenCanBeReadBack() throws IOException {
        Path file = folder.resolve("ten.mp4");

        write(file, 320, 240);

        List<Duration> times = new ArrayList<>();
        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(file, () -> false)) {
            for (DecodedFrame frame = stream.next(); frame != null; frame = stream.next()) {
                int grey = frame.raster(TestPictures.fullSize(320, 240, ColorOrder.GREY)).data()[0];
                assertThat(grey & 0xFF).isCloseTo(20 * times.size(), Offset.offset(6));
                times.add(frame.mediaTime());
            }
        }
        assertThat(times).hasSize(10);
        assertThat(times.get(9)).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void leavesOutAnOddColumnAndRow() throws IOException {
        Path file = folder.resolve("odd.mp4");

        write(file, 321, 241);

        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(file, () -> false)) {
            DecodedFrame frame = stream.next();
            assertThat(frame.width()).isEqualTo(320);
            assertThat(frame.height()).isEqualTo(240);
        }
    }

    @Test
    void saysWhichFileCannotBeWritten() {
        Path file = folder.resolve("no/such/folder/a.mp4");

        assertThatThrownBy(() -> new Mp4Writer(file, 320, 240))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    private static void write(Path file, int width, int height) throws IOException {
        try (Mp4Writer writer = new Mp4Writer(file, width, height)) {
            for (int i = 0; i < 10; i++) {
                byte[] bgr = TestPictures.plain(width, height, 20 * i, 20 * i, 20 * i).bgr();
                writer.write(bgr, width, height, Duration.ofMillis(100 * i));
            }
            writer.finish();
        }
    }
}
