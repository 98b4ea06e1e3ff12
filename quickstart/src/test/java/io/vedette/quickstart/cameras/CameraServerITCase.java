package io.vedette.quickstart.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.quickstart.cameras.rtsp.Login;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.SharedData;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What our own client sees of what a camera plays. */
@Timeout(180)
class CameraServerITCase {

    private static final RasterSpec SMALL =
            new RasterSpec(96, 96, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);
    private static final RtspSettings PATIENT =
            new RtspSettings(
                    RtspSettings.Transport.TCP,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(100),
                    Duration.ofMillis(500));

    /** FFmpeg guesses the times of the first frames of a stream with B frames. */
    private static final int SETTLED = 10;

    @TempDir Path folder;

    /** A picture as it came. */
    private record Seen(int pixels, int width, Duration mediaTime) {

        static Seen of(DecodedFrame frame) throws IOException {
            return new Seen(
                    Arrays.hashCode(frame.raster(SMALL).data()), frame.width(), frame.mediaTime());
        }
    }

    @Test
    void everyFrameOfALongVideoArrivesInOrder() throws IOException {
        assertPlaysLoop(SharedData.video("bottle-detection.mp4"), 1189 + 20);
    }

    @Test
    void h265WithReorderedPicturesLoops() throws IOException {
        assertPlaysLoop(SharedData.video("media3_h265_bframes.mp4"), 75);
    }

    @Test
    void matroskaLoops() throws IOException {
        assertPlaysLoop(SharedData.video("media3_sample.mkv"), 75);
    }

    @Test
    void aTransportStreamLoops() throws IOException {
        assertPlaysLoop(SharedData.video("media3_sample_h265.ts"), 75);
    }

    @Test
    void jpegsLoop() throws IOException {
        assertPlaysLoop(jpegs(160, 120), 25);
    }

    private Path jpegs(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 10; i++) {
            out.writeBytes(TestJpegs.noise(width, height, i));
        }
        return Files.write(folder.resolve("noise.mjpeg"), out.toByteArray());
    }

    private static void assertPlaysLoop(Path video, int frames) throws IOException {
        List<Seen> expected = new ArrayList<>();
        try (FfmpegFrameStream file = FfmpegFrameStream.ofFile(video, () -> false)) {
            for (DecodedFrame f = file.next(); f != null; f = file.next()) {
                expected.add(Seen.of(f));
            }
        }

        List<Seen> seen = played(Feed.ofFile(video), frames);

        assertThat(seen)
                .extracting(Seen::pixels)
                .containsExactlyElementsOf(
                        IntStream.range(0, frames)
                                .mapToObj(i -> expected.get(i % expected.size()).pixels())
                                .toList());
        Duration interval = expected.get(1).mediaTime();
        for (int i = SETTLED; i < frames; i++) {
            Duration step = seen.get(i).mediaTime().minus(seen.get(i - 1).mediaTime());
            assertThat(step).as("before frame %d", i).isCloseTo(interval, Duration.ofMillis(2));
        }
    }

    private static List<Seen> played(Feed feed, int frames) throws IOException {
        List<Seen> seen = new ArrayList<>();
        try (feed;
                CameraServer server = CameraServer.start(CameraServerSettings.local())) {
            SimulatedCamera camera = new SimulatedCamera("cam-1", feed);
            server.add(camera);
            try (FfmpegFrameStream stream =
                    FfmpegFrameStream.ofNetwork(server.uri(camera), PATIENT, () -> false)) {
                while (seen.size() < frames) {
                    seen.add(Seen.of(stream.next()));
                }
            }
        }
        return seen;
    }

    @Test
    void timestampsOnTheWireAreThoseOfTheFileAlsoWhereItBeginsAnew() throws IOException {
        List<Integer> times = new ArrayList<>();
        try (Feed feed = Feed.ofFile(SharedData.video("media3_h265_bframes.mp4"));
                CameraServer server = CameraServer.start(CameraServerSettings.local())) {
            SimulatedCamera camera = new SimulatedCamera("cam-1", feed);
            server.add(camera);
            try (RtspClient client = new RtspClient(server.port())) {
                client.play(server.uri(camera));
                RtspClient.Packet first = client.rtp();
                while (times.size() < 75) {
                    RtspClient.Packet packet = client.rtp();
                    if (packet.marker()) {
                        times.add((int) (packet.timestamp() - first.timestamp()));
                    }
                }
            }
        }

        List<Integer> shown = times.stream().sorted().limit(65).toList();

        assertThat(times).isNotEqualTo(times.stream().sorted().toList());
        for (int i = 0; i < shown.size(); i++) {
            assertThat(shown.get(i)).isBetween(3000 * i - 2, 3000 * i + 2);
        }
    }

    @Test
    void aLoginInTheUriIsUsed() throws IOException {
        try (Feed feed = Feed.ofPictures(new CountedPictures(64, 48));
                CameraServer server =
                        CameraServer.start(
                                CameraServerSettings.local()
                                        .withLogin(new Login("joe", "s3cret")))) {
            SimulatedCamera camera = new SimulatedCamera("cam-1", feed);
            server.add(camera);
            String uri = server.uri(camera);

            assertThatThrownBy(() -> FfmpegFrameStream.ofNetwork(uri, PATIENT, () -> false))
                    .isInstanceOf(IOException.class);
            try (FfmpegFrameStream stream =
                    FfmpegFrameStream.ofNetwork(
                            uri.replace("rtsp://", "rtsp://joe:s3cret@"), PATIENT, () -> false)) {
                assertThat(stream.next().width()).isEqualTo(64);
            }
        }
    }

    @Test
    void theSizeMayChangeInTheMiddle() throws IOException {
        try (Feed small = Feed.ofPictures(new CountedPictures(64, 48));
                Feed large = Feed.ofPictures(new CountedPictures(128, 96));
                CameraServer server = CameraServer.start(CameraServerSettings.local())) {
            SimulatedCamera camera = new SimulatedCamera("cam-1", small);
            server.add(camera);
            try (FfmpegFrameStream stream =
                    FfmpegFrameStream.ofNetwork(server.uri(camera), PATIENT, () -> false)) {
                assertThat(stream.next().width()).isEqualTo(64);

                camera.set(new Fault.ShowInstead(large));

                DecodedFrame frame = stream.next();
                while (frame.width() == 64) {
                    frame = stream.next();
                }
                assertThat(frame.width()).isEqualTo(128);
                assertThat(frame.height()).isEqualTo(96);
            }
        }
    }

    @Test
    void aViewerThatReadsNothingIsDisconnectedAndDelaysNobody() throws IOException {
        try (Feed feed = Feed.ofFile(jpegs(800, 600));
                CameraServer server = CameraServer.start(CameraServerSettings.local())) {
            SimulatedCamera camera = new SimulatedCamera("cam-1", feed);
            server.add(camera);
            try (RtspClient asleep = new RtspClient(server.port());
                    RtspClient awake = new RtspClient(server.port())) {
                asleep.play(server.uri(camera));
                awake.play(server.uri(camera));

                int last = awake.rtp().sequence();
                while (camera.sessions() == 2) {
                    int next = awake.rtp().sequence();
                    assertThat((next - last) & 0xFFFF).isEqualTo(1);
                    last = next;
                }

                assertThat(camera.sessions()).isEqualTo(1);
                assertThat((awake.rtp().sequence() - last) & 0xFFFF).isEqualTo(1);
            }
        }
    }

    @Test
    void whatRtpCannotCarryIsRefusedWithAReason() throws IOException {
        Path jpeg = Files.write(folder.resolve("odd.mjpeg"), TestJpegs.noise(100, 80, 1));

        assertThatThrownBy(() -> Feed.ofFile(jpeg))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("odd.mjpeg", "multiples of 8", "100 x 80");
        assertThatThrownBy(() -> Feed.ofFile(SharedData.video("derived/car_mjpeg.avi")))
                .hasMessageContainingAll("car_mjpeg.avi", "standard Huffman tables");
        assertThatThrownBy(() -> Feed.ofFile(folder.resolve("none.mp4")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.mp4");
    }
}
