package io.vedette.sources;

import io.vedette.schema.CameraCause;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Cameras that always answer and show a frame every 10 ms, and count who has them open. It may
 * travel to a cluster in this process; the counts stay here.
 */
final class OpenCameras implements RtspSource.Cameras {

    private static final long serialVersionUID = 1;
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private static final Map<String, Count> COUNTS = new ConcurrentHashMap<>();
    private static final Set<String> SILENT = ConcurrentHashMap.newKeySet();

    /** How a camera was used so far. */
    static final class Count {

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger all = new AtomicInteger();

        private void opened() {
            all.incrementAndGet();
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
        }
    }

    static void clear() {
        COUNTS.clear();
        SILENT.clear();
    }

    /** Lets a camera show nothing more, and connect as before. */
    static void silence(String camera) {
        SILENT.add(camera);
    }

    /** How many have a camera open. */
    static int now(String camera) {
        return count(camera).now.get();
    }

    /** How many had a camera open at the same time. */
    static int most(String camera) {
        return count(camera).most.get();
    }

    /** How many times a camera was opened. */
    static int all(String camera) {
        return count(camera).all.get();
    }

    /** How many streams are open, of all cameras. */
    static int open() {
        return COUNTS.values().stream().mapToInt(count -> count.now.get()).sum();
    }

    private static Count count(String camera) {
        return COUNTS.computeIfAbsent(camera, id -> new Count());
    }

    @Override
    public FrameStream open(CameraSplit camera, BooleanSupplier cancelled) {
        Count count = count(camera.camera());
        count.opened();
        return new Stream(camera.camera(), count, cancelled);
    }

    private static final class Stream implements FrameStream {

        private final String camera;
        private final Count count;
        private final BooleanSupplier cancelled;
        private final CountDownLatch never = new CountDownLatch(1);
        private final long start = System.nanoTime();

        Stream(String camera, Count count, BooleanSupplier cancelled) {
            this.camera = camera;
            this.count = count;
            this.cancelled = cancelled;
        }

        @Override
        public DecodedFrame next() throws StreamException {
            do {
                pause();
            } while (SILENT.contains(camera));
            return FakeFrame.at(Duration.ofNanos(System.nanoTime() - start));
        }

        private void pause() throws StreamException {
            try {
                if (cancelled.getAsBoolean()
                        || never.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw cancelled();
                }
            } catch (InterruptedException e) {
                throw cancelled();
            }
        }

        private static StreamException cancelled() {
            return new StreamException(CameraCause.STREAM_ENDED, "cancelled", null);
        }

        @Override
        public String codec() {
            return "fake";
        }

        @Override
        public void close() {
            count.now.decrementAndGet();
        }
    }
}
