package io.vedette.quickstart.cameras;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.SharedData;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a camera's sender reports say of its pictures. */
@Timeout(120)
class CaptureTimeITCase {

    private static final RasterSpec DOT =
            new RasterSpec(16, 16, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.GREY);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final int SHADES = 16;

    /** Two pictures a second, each of the shade of its number, and when they were drawn. */
    private static final class DatedPictures implements Pictures {

        private final Map<Integer, Instant> drawn = new ConcurrentHashMap<>();

        @Override
        public int width() {
            return 160;
        }

        @Override
        public int height() {
            return 120;
        }

        @Override
        public int framesPerSecond() {
            return 2;
        }

        @Override
        public BufferedImage picture(long frame) {
            int shade = (int) (frame % SHADES);
            drawn.put(shade, Instant.now());
            BufferedImage image =
                    new BufferedImage(width(), height(), BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(new Color(shade * 15, shade * 15, shade * 15));
            graphics.fillRect(0, 0, width(), height());
            graphics.dispose();
            return image;
        }
    }

    @Test
    void aPictureHasTheTimeWhenItWasTaken() throws IOException {
        DatedPictures pictures = new DatedPictures();
        try (Feed feed = Feed.ofPictures(pictures);
                CameraServer server = CameraServer.start(CameraServerSettings.local());
                FfmpegFrameStream stream = watched(server, feed)) {
            DecodedFrame frame = stream.next();
            int shade = Math.round((frame.raster(DOT).data()[0] & 0xFF) / 15f);
            Instant first = frame.sentAt();

            assertThat(first).isCloseTo(pictures.drawn.get(shade), within(250, MILLIS));
            for (int i = 1; i < 8; i++) {
                assertThat(stream.next().sentAt())
                        .isCloseTo(first.plus(INTERVAL.multipliedBy(i)), within(2, MILLIS));
            }
        }
    }

    @Test
    void aClockThatLiesIsTold() throws IOException {
        try (Feed feed = Feed.ofPictures(new DatedPictures());
                CameraServer server = CameraServer.start(CameraServerSettings.local())) {
            SimulatedCamera camera = new SimulatedCamera("cam-1", feed);
            camera.set(new Fault.LieAboutClock(Duration.ofHours(1)));
            server.add(camera);
            try (FfmpegFrameStream stream =
                    FfmpegFrameStream.ofNetwork(
                            server.uri(camera), RtspSettings.defaults(), () -> false)) {
                assertThat(stream.next().sentAt())
                        .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(5, SECONDS));
            }
        }
    }

    @Test
    void timesFollowThePicturesThoughTheyAreReordered() throws IOException {
        Path video = SharedData.video("media3_h265_bframes.mp4");
        try (Feed feed = Feed.ofFile(video);
                CameraServer server = CameraServer.start(CameraServerSettings.local());
                FfmpegFrameStream stream = watched(server, feed)) {
            DecodedFrame frame = stream.next();
            while (frame.sentAt() == null) {
                frame = stream.next();
            }
            for (int i = 0; i < 90; i++) {
                Instant before = frame.sentAt();
                frame = stream.next();
                assertThat(Duration.between(before, frame.sentAt()))
                        .isCloseTo(Duration.ofNanos(33_333_333), Duration.ofMillis(2));
            }
        }
    }

    private static FfmpegFrameStream watched(CameraServer server, Feed feed) throws IOException {
        SimulatedCamera camera = new SimulatedCamera("cam-1", feed);
        server.add(camera);
        return FfmpegFrameStream.ofNetwork(
                server.uri(camera), RtspSettings.defaults(), () -> false);
    }
}
