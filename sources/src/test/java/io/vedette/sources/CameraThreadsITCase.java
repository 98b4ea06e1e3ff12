package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closing, which must not take longer than 2 s whatever cameras do. */
class CameraThreadsITCase {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int CAMERAS = 40;

    private final FakeCameras fakes = new FakeCameras();
    private final FrameHandOver handOver = new FrameHandOver();
    private final FakeMetricGroup metrics = new FakeMetricGroup();

    @AfterEach
    void letAllThreadsGo() {
        fakes.thaw();
    }

    @Test
    void closesInTimeWhilePeersAreSilent() throws IOException {
        Queue<Socket> accepted = new ConcurrentLinkedQueue<>();
        try (ServerSocket silent = new ServerSocket(0, CAMERAS, InetAddress.getLoopbackAddress())) {
            CameraThreads threads = threads(CameraThreadsITCase::open);
            List<WatchedCamera> cameras = new ArrayList<>();
            for (int i = 0; i < CAMERAS; i++) {
                String uri = "rtsp://127.0.0.1:%d/%d".formatted(silent.getLocalPort(), i);
                cameras.add(threads.watch(new CameraSplit("camera-" + i, uri, null)));
            }
            for (int i = 0; i < CAMERAS; i++) {
                accepted.add(silent.accept());
            }

            assertThat(timed(threads::close)).isLessThan(LIMIT);

            assertThat(cameras).allMatch(WatchedCamera::ended);
        } finally {
            for (Socket socket : accepted) {
                socket.close();
            }
        }
    }

    @Test
    void closesInTimeWhileNativeCallsHang() {
        List<FakeFrameStream> hanging = new ArrayList<>();
        CameraThreads threads = threads(fakes);
        for (int i = 0; i < CAMERAS; i++) {
            String id = "camera-" + i;
            hanging.add(fakes.connection(id).frames(1).hangs());
            threads.watch(new CameraSplit(id, "rtsp://127.0.0.1/" + id, null));
        }
        await().until(() -> hanging.stream().allMatch(FakeFrameStream::hanging));

        assertThat(timed(threads::close)).isLessThan(LIMIT);

        fakes.thaw();
        await().until(() -> hanging.stream().allMatch(FakeFrameStream::closed));
    }

    @Test
    void stoppingOneCameraThatHangsLeavesTheOthersAlone() {
        FakeFrameStream hanging = fakes.connection("hanging").frames(1).hangs();
        FakeFrameStream playing = fakes.connection("playing").frames(1);
        try (CameraThreads threads = threads(fakes)) {
            WatchedCamera stopped = threads.watch(split("hanging"));
            WatchedCamera other = threads.watch(split("playing"));
            await().until(hanging::hanging);

            stopped.stop();

            await().until(stopped::ended);
            playing.frames(1);
            await().until(
                            () ->
                                    metrics.count("rtsp.camera.playing.framesDecoded") == 2
                                            && !other.ended());
        }
    }

    private static FrameStream open(CameraSplit camera, BooleanSupplier cancelled)
            throws IOException {
        return FfmpegFrameStream.ofNetwork(camera.uri(), RtspSettings.defaults(), cancelled);
    }

    private CameraThreads threads(CameraLoop.Opener opener) {
        CaptureSettings capture = new CaptureSettings(null, null, 90);
        return new CameraThreads(
                new WatchSettings(capture, RtspSettings.defaults(), false, opener),
                handOver,
                metrics,
                status -> {});
    }

    private static CameraSplit split(String id) {
        return new CameraSplit(id, "rtsp://127.0.0.1/" + id, null);
    }

    private static Duration timed(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
