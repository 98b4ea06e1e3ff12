package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** How many times pixels are made for each frame that is taken, of cameras that play a film. */
class LazyPixelsITCase {

    private static final int CAMERAS = 12;
    private static final int OVERLOAD = 3;
    private static final int FRAMES = 300;
    private static final Duration PAUSE = Duration.ofNanos(200_000);
    private static final Path FILM = SharedData.video("bottle-detection.mp4");
    private static final RasterSpec NANO =
            new RasterSpec(416, 416, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);

    private final FakeMetricGroup metrics = new FakeMetricGroup();
    private final AtomicInteger made = new AtomicInteger();

    /** Of how many decoded frames pixels were made how many times. */
    private record Counts(double decoded, double made) {}

    @Test
    void atThreeTimesTheCapacityPixelsAreMadeOfWhatIsTaken() throws Exception {
        PixelBudget budget = new PixelBudget(System.nanoTime());

        Counts counts = overloaded("left until taken", budget);

        assertThat(counts.made()).isBetween(FRAMES * .9, FRAMES * 1.2);
    }

    @Test
    void aReaderWithoutTimeLeavesThemToTheCameras() throws Exception {
        PixelBudget spent = new PixelBudget(System.nanoTime());
        spent.spend(Duration.ofHours(1).toNanos(), System.nanoTime());

        Counts counts = overloaded("made at once", spent);

        assertThat(counts.made()).isBetween(counts.decoded() * .95, counts.decoded() * 1.05);
    }

    private Counts overloaded(String how, PixelBudget budget) throws Exception {
        CaptureSettings capture = new CaptureSettings(NANO, null, 90);
        CameraLoop.Opener films =
                (camera, cancelled) -> counted(FfmpegFrameStream.ofFile(FILM, cancelled));
        WatchSettings settings = new WatchSettings(capture, RtspSettings.defaults(), false, films);
        try (FrameHandOver handOver = new FrameHandOver(System::nanoTime, budget);
                CameraThreads threads =
                        new CameraThreads(settings, handOver, metrics, status -> {})) {
            for (int i = 0; i < CAMERAS; i++) {
                threads.watch(new CameraSplit("camera-" + i, FILM.toUri() + "?loop=true", null));
            }
            take(handOver, FRAMES);
            int madeBefore = made.get();
            long decodedBefore = decoded();
            take(handOver, FRAMES);
            Counts counts = new Counts(decoded() - decodedBefore, made.get() - madeBefore);
            System.out.printf(
                    "Pixels %s: %.2f times per frame taken, of %.2f decoded.%n",
                    how, counts.made() / FRAMES, counts.decoded() / FRAMES);
            return counts;
        }
    }

    /** Takes a frame whenever the cameras have shown as many more as the overload says. */
    private void take(FrameHandOver handOver, int frames) throws Exception {
        long start = decoded();
        for (int taken = 1; taken <= frames; taken++) {
            while (decoded() < start + (long) taken * OVERLOAD) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            FrameHandOver.Arrival arrival = handOver.poll();
            while (arrival == null) {
                handOver.availability().get(5, TimeUnit.SECONDS);
                arrival = handOver.poll();
            }
        }
    }

    private long decoded() {
        long sum = 0;
        for (int i = 0; i < CAMERAS; i++) {
            sum += metrics.count("rtsp.camera.camera-%d.framesDecoded".formatted(i));
        }
        return sum;
    }

    /** A stream whose frames count each time that pixels are made of them. */
    private FrameStream counted(FrameStream stream) {
        return (FrameStream) counting(FrameStream.class, stream);
    }

    private Object counting(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(target, arguments);
                    if (result instanceof Raster) {
                        made.incrementAndGet();
                    }
                    if (result instanceof DecodedFrame || result instanceof RetainedFrame) {
                        return counting(method.getReturnType(), result);
                    }
                    return result;
                });
    }
}
