package io.vedette.bench.pipeline;

import io.vedette.bench.stand.Await;
import io.vedette.bench.stand.DeliveredResult;
import io.vedette.bench.stand.JobStand;
import io.vedette.bench.stand.ResultReader;
import io.vedette.bench.stand.WholeJob;
import io.vedette.bench.stand.Window;
import io.vedette.schema.Camera;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The whole job from its start to its end: cameras that play the clip as fast as they are let, to
 * results on Kafka. It is measured by the clock of the broker, and every result is checked.
 */
final class JobRun {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration DELIVERY_LIMIT = Duration.ofSeconds(20);

    private final JobStand stand;
    private final PipelineSettings settings;
    private final Clip clip;
    private final ClipAnswers answers;
    private final Queue<DeliveredResult> results = new ConcurrentLinkedQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicLong newest = new AtomicLong();

    private JobRun(JobStand stand, PipelineSettings settings, Clip clip, ClipAnswers answers) {
        this.stand = stand;
        this.settings = settings;
        this.clip = clip;
        this.answers = answers;
    }

    /**
     * Measures it.
     *
     * @throws IOException if it fails, stalls, or has a result that is not what it should be
     */
    static JobSample measure(
            JobStand stand, PipelineSettings settings, Clip clip, ClipAnswers answers)
            throws Exception {
        return new JobRun(stand, settings, clip, answers).measure();
    }

    private JobSample measure() throws Exception {
        Window window;
        Usage used;
        long brokerNanos;
        try (ResultReader reader = ResultReader.start(stand, this::receive);
                WholeJob job = start()) {
            await(reader, job, START_LIMIT, "has no result", () -> first.getCount() == 0);
            new WarmUp(settings.warmUp())
                    .run(
                            time -> {
                                TimeUnit.NANOSECONDS.sleep(time.toNanos());
                                job.requireAlive();
                            });
            Usage before = Usage.now();
            brokerNanos = -brokerNanos();
            long from = System.currentTimeMillis();
            TimeUnit.NANOSECONDS.sleep(settings.measured().toNanos());
            window = new Window(from, System.currentTimeMillis());
            used = Usage.now().since(before);
            brokerNanos += brokerNanos();
            await(reader, job, DELIVERY_LIMIT, "stalls", () -> newest.get() >= window.to());
        }
        long frames = results.stream().filter(r -> window.contains(r.deliveredAt())).count();
        Sample sample = Sample.of(frames, used);
        return new JobSample(sample, brokerNanos / 1e6 / frames, check());
    }

    private WholeJob start() throws Exception {
        List<Camera> cameras =
                IntStream.range(0, settings.cameras())
                        .mapToObj(i -> Camera.of("camera-" + i, uri()))
                        .toList();
        return WholeJob.start(stand, settings.model().directory(), cameras, settings.jobOptions());
    }

    private String uri() {
        return clip.file().toAbsolutePath().toUri() + "?pace=max&loop=true";
    }

    private void receive(DeliveredResult result) {
        results.add(result);
        newest.accumulateAndGet(result.deliveredAt(), Math::max);
        first.countDown();
    }

    private static void await(
            ResultReader reader, WholeJob job, Duration limit, String what, BooleanSupplier done)
            throws IOException, InterruptedException {
        boolean held =
                Await.within(
                        limit,
                        () -> {
                            job.requireAlive();
                            reader.requireAlive();
                            return done.getAsBoolean();
                        });
        if (!held) {
            throw new IOException("the job %s for %d s".formatted(what, limit.toSeconds()));
        }
    }

    private long brokerNanos() {
        return ProcessHandle.of(stand.brokerPid())
                .flatMap(broker -> broker.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private ResultCheck check() throws IOException {
        return ResultCheck.of(
                results.stream().map(DeliveredResult::result).toList(),
                settings.cameras(),
                clip.frames(),
                answers);
    }
}
