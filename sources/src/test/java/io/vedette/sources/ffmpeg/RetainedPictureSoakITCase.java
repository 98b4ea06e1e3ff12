package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.Footprint;
import io.vedette.sources.RetainedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that are kept leave nothing behind, whoever frees them and whenever. */
@Tag("soak")
class RetainedPictureSoakITCase {

    private static final int CYCLES = 2000;
    private static final RasterSpec SPEC =
            new RasterSpec(64, 64, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);

    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final Footprint footprint = new Footprint();

    @TempDir private Path folder;

    @AfterEach
    void stop() {
        reader.shutdown();
    }

    @Test
    void picturesThatAreTakenAndPicturesThatAreDropped() throws Exception {
        Footprint.assumeKnown();
        Path picture = Files.write(folder.resolve("picture.jpg"), TestPictures.jpeg(640, 480));

        for (int i = 1; i <= CYCLES; i++) {
            RetainedFrame taken;
            RetainedFrame dropped;
            try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(picture, () -> false)) {
                DecodedFrame decoded = stream.next();
                taken = decoded.retain();
                dropped = decoded.retain();
            }
            Future<Integer> size = reader.submit(() -> size(taken));
            dropped.close();
            assertThat(size.get()).isEqualTo(SPEC.size());
            if (i % (CYCLES / Footprint.SAMPLES) == 0) {
                footprint.sample();
            }
        }

        footprint.assertFlat(CYCLES);
    }

    private static int size(RetainedFrame picture) throws IOException {
        try (picture) {
            return picture.raster(SPEC).data().length;
        }
    }
}
