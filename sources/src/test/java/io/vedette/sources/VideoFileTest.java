package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.ffmpeg.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoFileTest {

    private static final CaptureSettings ALL =
            new CaptureSettings(
                    new RasterSpec(32, 32, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR),
                    Duration.ZERO,
                    90);

    @TempDir private Path folder;

    @Test
    void anImageIsOneFrameWithRasterAndPicture() throws IOException {
        Path image = Files.write(folder.resolve("grey.jpg"), TestPictures.jpeg(64, 48));

        try (VideoFile file = new VideoFile(image, "image", ALL, Instant.EPOCH)) {
            Frame frame = file.next();

            assertThat(frame.capturedAt()).isEqualTo(Instant.EPOCH);
            assertThat(frame.raster().placement().height()).isEqualTo(24);
            assertThat(frame.picture()).isNotEmpty();
            assertThat(file.pixels().data()).hasSize(64 * 48 * 3).containsOnly(128);
            assertThat(file.next()).isNull();
            assertThatThrownBy(file::pixels).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void framesOfAVideoAreNumberedAndTimed() throws IOException {
        Path video = SharedData.video("torchcodec_h265_video.mp4");

        try (VideoFile file = new VideoFile(video, "video", ALL, Instant.EPOCH)) {
            file.next();
            Frame second = file.next();

            assertThat(second.sequence()).isEqualTo(1);
            assertThat(second.capturedAt()).isEqualTo(Instant.EPOCH.plusMillis(100));
        }
    }
}
