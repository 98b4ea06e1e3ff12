package io.vedette.bench.cameras;

import io.vedette.bench.stand.CameraGauges;
import io.vedette.bench.stand.WatchedJob;
import io.vedette.schema.Camera;
import io.vedette.sources.RtspSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Measures cameras of one reader, in this process, against a server in another. */
final class CameraBench {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long OPEN_MILLIS = 3000;
    private static final int GROUP = 8;
    private static final int SAMPLES = 5;

    /** Of resident memory between the first sample of a soak and its last. */
    private static final long GROWTH_KB = 32 << 10;

    private static final int RATE = 25;
    private static final int SLOWDOWN = 10;

    /** In which nine of ten frames are superseded, a frame may wait for all others once. */
    private static final long BOUNDED_AGE_MILLIS = 1500;

    private final int cameras;
    private final int cycles;
    private final Duration slow;
    private final Fleet fleet;
    private final Consumer<Measure> each;

    private CameraBench(
            int cameras, int cycles, Duration slow, Fleet fleet, Consumer<Measure> each) {
        this.cameras = cameras;
        this.cycles = cycles;
        this.slow = slow;
        this.fleet = fleet;
        this.each = each;
    }

    /**
     * Measures everything once.
     *
     * @param cameras that are opened at once
     * @param cycles of cameras that come and go, and of connections
     * @param slow how long the job is slowed down
     */
    static void run(int cameras, int cycles, Duration slow, Consumer<Measure> each)
            throws Exception {
        Path folder = Files.createTempDirectory("vedette-cameras");
        try (Fleet fleet = Fleet.start(folder);
                WatchedJob job =
                        WatchedJob.start(
                                new ChangingCameras(),
                                RtspSettings.defaults(),
                                new CountingFunction())) {
            CameraBench bench = new CameraBench(cameras, cycles, slow, fleet, each);
            bench.warmUp(job);
            bench.open();
            bench.churn();
            bench.reconnect();
            bench.slowConsumer();
        }
    }

    private void warmUp(WatchedJob job) throws Exception {
        become(fleet.cameras(1));
        if (!await(() -> CountingFunction.count() > RATE)) {
            throw new IOException("no first picture comes; the job is " + job.status());
        }
    }

    /** All at once, and what they hold while they are watched at one frame a second. */
    private void open() throws Exception {
        become(List.of());
        await(() -> quiet());
        Resources before = Resources.now();
        List<Camera> idle =
                fleet.cameras(cameras).stream()
                        .map(
                                camera ->
                                        new Camera(
                                                camera.id(),
                                                camera.uri(),
                                                null,
                                                1.0,
                                                true,
                                                List.of()))
                        .toList();
        CountingFunction.forget(ids(idle));
        long began = System.nanoTime();
        become(idle);
        boolean all = await(() -> idle.stream().allMatch(CameraBench::seen));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Thread.sleep(5000);
        Resources after = Resources.now();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cameras", cameras);
        values.put("firstFramesMs", millis);
        values.put("residentKbPerCamera", (after.residentKb() - before.residentKb()) / cameras);
        values.put("heapKbPerCamera", (after.heapKb() - before.heapKb()) / cameras);
        values.put("threadsPerCamera", (double) (after.threads() - before.threads()) / cameras);
        values.put("filesPerCamera", (double) (after.files() - before.files()) / cameras);
        each.accept(new Measure("open", all && millis < OPEN_MILLIS, values));
    }

    /** Cameras are added, watched until they show a frame, and removed. */
    private void churn() throws Exception {
        List<Camera> group = fleet.cameras(GROUP);
        soak(
                "churn",
                () -> {
                    become(List.of());
                    await(CameraBench::quiet);
                    CountingFunction.forget(ids(group));
                    become(group);
                    return await(() -> group.stream().allMatch(CameraBench::seen));
                });
    }

    /** Connections are broken off, and made again by the cameras themselves. */
    private void reconnect() throws Exception {
        List<Camera> group = fleet.cameras(GROUP);
        become(group);
        await(() -> group.stream().allMatch(CameraBench::seen));
        soak(
                "reconnect",
                () -> {
                    long reconnects = reconnects(group);
                    fleet.disconnect();
                    boolean noticed = await(() -> reconnects(group) >= reconnects + GROUP);
                    CountingFunction.forget(ids(group));
                    return noticed && await(() -> group.stream().allMatch(CameraBench::seen));
                });
    }

    /** What is done over and over. */
    private interface Round {
        boolean done() throws Exception;
    }

    private void soak(String name, Round round) throws Exception {
        int rounds = Math.max(SAMPLES, cycles / GROUP);
        List<Resources> samples = new ArrayList<>();
        boolean all = true;
        long began = System.nanoTime();
        for (int i = 0; i <= rounds; i++) {
            if (i * SAMPLES / rounds >= samples.size() && i > 0) {
                samples.add(Resources.now());
            }
            all &= round.done();
        }
        samples.add(Resources.now());
        Resources first = samples.get(0);
        Resources last = samples.get(samples.size() - 1);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cycles", (rounds + 1) * GROUP);
        values.put("seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        values.put("residentKb", samples.stream().map(Resources::residentKb).toList());
        values.put("heapKb", samples.stream().map(Resources::heapKb).toList());
        values.put("threads", samples.stream().map(Resources::threads).toList());
        values.put("files", samples.stream().map(Resources::files).toList());
        boolean flat =
                last.residentKb() - first.residentKb() < GROWTH_KB
                        && last.threads() <= first.threads() + GROUP
                        && last.files() <= first.files() + GROUP;
        each.accept(new Measure(name, all && flat, values));
    }

    /** The job takes a tenth of what comes, for a while. */
    private void slowConsumer() throws Exception {
        List<Camera> group = fleet.cameras(GROUP);
        become(group);
        await(() -> group.stream().allMatch(CameraBench::seen));
        Thread.sleep(2000);
        long reconnects = reconnects(group);
        long decoded = sum(group, "framesDecoded");
        long dropped = dropped(group);
        long taken = CountingFunction.count();
        CountingFunction.rememberAges(true);
        CountingFunction.take(TimeUnit.SECONDS.toNanos(SLOWDOWN) / (GROUP * RATE));
        Thread.sleep(slow.toMillis());
        long decodedMore = sum(group, "framesDecoded") - decoded;
        long droppedMore = dropped(group) - dropped;
        long takenMore = CountingFunction.count() - taken;
        CountingFunction.take(0);
        CountingFunction.rememberAges(false);
        List<Long> ages = CountingFunction.ages().stream().sorted().toList();
        long p95 = ages.get((ages.size() - 1) * 95 / 100);
        long broken = reconnects(group) - reconnects;
        long uncounted = decodedMore - droppedMore - takenMore;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("seconds", slow.toSeconds());
        values.put("decoded", decodedMore);
        values.put("taken", takenMore);
        values.put("dropped", droppedMore);
        values.put("causes", CameraGauges.dropped(group.get(0).id()).keySet());
        values.put("uncounted", uncounted);
        values.put("p95AgeMs", p95);
        values.put("maxAgeMs", ages.get(ages.size() - 1));
        values.put("reconnects", broken);
        // each camera may have a frame that waits, and one that is being handed over
        boolean counted = Math.abs(uncounted) <= 2 * GROUP;
        each.accept(
                new Measure("slow", broken == 0 && counted && p95 < BOUNDED_AGE_MILLIS, values));
    }

    private static long dropped(List<Camera> group) {
        return group.stream()
                .flatMap(camera -> CameraGauges.dropped(camera.id()).values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long reconnects(List<Camera> group) {
        return sum(group, "reconnects");
    }

    private static long sum(List<Camera> group, String counter) {
        return group.stream().mapToLong(camera -> CameraGauges.counter(camera.id(), counter)).sum();
    }

    private static void become(List<Camera> list) {
        ChangingCameras.become(list);
    }

    private static List<String> ids(List<Camera> list) {
        return list.stream().map(Camera::id).toList();
    }

    private static boolean seen(Camera camera) {
        return CountingFunction.count(camera.id()) > 0;
    }

    /** Whether no camera has a thread any more. */
    private static boolean quiet() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("camera "));
    }

    private static boolean await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        return condition.getAsBoolean();
    }
}
