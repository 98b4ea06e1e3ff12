package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.SharedData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegFrameStreamTest {

    private static final RasterSpec NANO =
            new RasterSpec(416, 416, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);

    @TempDir private Path folder;

    @Test
    void anImageIsAVideoOfOneFrame() throws IOException {
        Path image = folder.resolve("100% grey.jpg");
        Files.write(image, TestPictures.jpeg(320, 240));

        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(image, () -> false)) {
            DecodedFrame frame = stream.next();
            Raster raster = frame.raster(NANO);

            assertThat(raster.placement()).isEqualTo(NANO.place(320, 240));
            assertThat(TestPictures.pixel(raster, 10, 311)).containsOnly(128);
            assertThat(TestPictures.pixel(raster, 10, 312)).containsOnly(114);
            assertThat(stream.next()).isNull();
        }
    }

    @Test
    void anyFrameCanBeAPicture() throws IOException {
        Path video = SharedData.video("bottle-detection.mp4");

        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(video, () -> false)) {
            byte[] jpeg = stream.next().picture(80);

            assertThat(JpegSize.of(jpeg)).isEqualTo(new JpegSize(640, 360));
        }
    }

    @Test
    void blackIsBlackInEveryPictureFormat() throws IOException {
        Path video = SharedData.video("media3_silent-black-10s.mp4");

        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(video, () -> false)) {
            Raster raster = stream.next().raster(NANO);

            assertThat(TestPictures.pixel(raster, 200, 200)).containsOnly(0);
        }
    }

    @Test
    void framesAreDamagedFromALossUntilTheNextKeyFrame() throws IOException {
        byte[] bytes = Files.readAllBytes(SharedData.video("bottle-detection.mp4"));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20_000, (byte) 0x55);
        Path broken = Files.write(folder.resolve("broken.mp4"), bytes);
        List<Boolean> damaged = new ArrayList<>();

        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(broken, () -> false)) {
            for (DecodedFrame frame = stream.next(); frame != null; frame = stream.next()) {
                damaged.add(frame.damaged());
            }
        }

        int first = damaged.indexOf(true);
        int last = damaged.lastIndexOf(true);
        assertThat(first).isPositive();
        assertThat(last).isLessThan(damaged.size() - 1);
        assertThat(damaged.subList(first, last + 1)).containsOnly(true);
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> FfmpegFrameStream.ofFile(Path.of("/no/video.mp4"), () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/video.mp4");
    }

    @Test
    void saysThatAFileIsNoVideo() throws IOException {
        Path text = Files.writeString(folder.resolve("a.mp4"), "no video at all");

        assertThatThrownBy(() -> FfmpegFrameStream.ofFile(text, () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.mp4");
    }

    @Test
    void neverTellsThePasswordOfACameraThatRefuses() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String uri = "rtsp://admin:secret@127.0.0.1:%d/gate".formatted(port);

        assertThatThrownBy(
                        () ->
                                FfmpegFrameStream.ofNetwork(
                                        uri, RtspSettings.defaults(), () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Connection refused")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("admin");
    }

    @Test
    void givesUpOnACameraThatDoesNotAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RtspSettings hasty =
                    new RtspSettings(
                            RtspSettings.Transport.TCP,
                            Duration.ofMillis(200),
                            Duration.ofSeconds(60),
                            Duration.ofMillis(1),
                            Duration.ofMillis(1));

            assertThatThrownBy(() -> FfmpegFrameStream.ofNetwork(uri(silent), hasty, () -> false))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no answer for 0.2 s");
        }
    }

    @Test
    void cancelsManySilentCamerasAtOnce() throws IOException {
        int cameras = 24;
        AtomicBoolean cancelled = new AtomicBoolean();
        RtspSettings patient =
                new RtspSettings(
                        RtspSettings.Transport.TCP,
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofMillis(1),
                        Duration.ofMillis(1));
        ExecutorService threads = Executors.newFixedThreadPool(cameras);
        try (ServerSocket silent = new ServerSocket(0, cameras, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(5_000);
            List<CompletableFuture<Void>> opened = new ArrayList<>();
            for (int i = 0; i < cameras; i++) {
                opened.add(
                        CompletableFuture.runAsync(
                                () -> open(uri(silent), patient, cancelled), threads));
                silent.accept();
            }

            cancelled.set(true);

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> opened.stream().allMatch(CompletableFuture::isDone));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void open(String uri, RtspSettings settings, AtomicBoolean cancelled) {
        try {
            FfmpegFrameStream.ofNetwork(uri, settings, cancelled::get).close();
        } catch (IOException e) {
            // what cancelling gives
        }
    }

    private static String uri(ServerSocket server) {
        return "rtsp://127.0.0.1:%d/gate".formatted(server.getLocalPort());
    }
}
