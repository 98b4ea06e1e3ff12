package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.RetainedFrame;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedPictureTest {

    private static final RasterSpec SPEC =
            new RasterSpec(64, 64, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);

    @TempDir private Path folder;

    @Test
    void hasItsPixelsWhenItsStreamWentOnAndWasClosed() throws Exception {
        Path film = new TestFilm("libopenh264", "yuv420p", 128, 96).write(film(), 20, false);
        Raster raster;
        byte[] jpeg;
        RetainedFrame retained;
        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(film, () -> false)) {
            DecodedFrame first = stream.next();
            raster = first.raster(SPEC);
            jpeg = first.picture(90);
            retained = first.retain();
            while (stream.next() != null) {
                // its buffers would be used again
            }
        }

        try (retained) {
            assertThat(retained.raster(SPEC)).isEqualTo(raster);
            assertThat(retained.picture(90)).isEqualTo(jpeg);
            assertThat(retained.width()).isEqualTo(128);
            assertThat(retained.height()).isEqualTo(96);
        }
    }

    @Test
    void mayBeClosedTwice() throws Exception {
        Path film = new TestFilm("mjpeg", "yuvj420p", 128, 96).write(film(), 3, false);
        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(film, () -> false)) {
            DecodedFrame first = stream.next();
            Raster raster = first.raster(SPEC);
            RetainedFrame retained = first.retain();

            retained.close();
            retained.close();

            assertThat(first.raster(SPEC)).isEqualTo(raster);
        }
    }

    private Path film() {
        return folder.resolve("film.mp4");
    }
}
