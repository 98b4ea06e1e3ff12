package io.vedette.bench.cameras;

import io.vedette.bench.stand.ScratchFolder;
import io.vedette.bench.stand.WatchedJob;
import io.vedette.schema.Camera;
import io.vedette.sources.RtspSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Measures cameras of one reader, in this process, against a server in another. */
final class CameraBench {

    private static final long OPEN_MILLIS = 3000;
    private static final long SETTLING_MILLIS = 5000;
    private static final double IDLE_RATE = 1;
    private static final int GROUP = 8;

    private final Fleet fleet;

    private CameraBench(Fleet fleet) {
        this.fleet = fleet;
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
        try (ScratchFolder scratch = ScratchFolder.create();
                Fleet fleet = Fleet.start(scratch.path());
                WatchedJob job =
                        WatchedJob.start(
                                new ChangingCameras(),
                                RtspSettings.defaults(),
                                new CountingFunction())) {
            CameraBench bench = new CameraBench(fleet);
            bench.warmUp(job);
            each.accept(bench.open(cameras));
            each.accept(bench.churn(cycles));
            each.accept(bench.reconnect(cycles));
            each.accept(SlowConsumer.run(bench.group(), slow));
        }
    }

    private Group group() {
        return new Group(fleet.cameras(GROUP));
    }

    /** So that what is loaded once is not counted as a camera's. */
    private void warmUp(WatchedJob job) throws Exception {
        Group group = group();
        group.watch();
        if (!group.awaitFrames()) {
            throw new IOException("no first picture comes; the job is " + job.status());
        }
        Thread.sleep(SETTLING_MILLIS);
    }

    /** All at once, and what they hold while one frame a second is wanted of each. */
    private Measure open(int cameras) throws Exception {
        Group.awaitNothing();
        Resources before = Resources.now();
        Group idle = new Group(fleet.cameras(cameras).stream().map(CameraBench::idle).toList());
        long began = System.nanoTime();
        idle.watch();
        boolean all = idle.awaitFrames();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Thread.sleep(SETTLING_MILLIS);
        Resources after = Resources.now();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cameras", cameras);
        values.put("firstFramesMs", millis);
        values.put("residentKbPerCamera", (after.residentKb() - before.residentKb()) / cameras);
        values.put("heapKbPerCamera", (after.heapKb() - before.heapKb()) / cameras);
        values.put("threadsPerCamera", (double) (after.threads() - before.threads()) / cameras);
        values.put("filesPerCamera", (double) (after.files() - before.files()) / cameras);
        return new Measure("open", all && millis < OPEN_MILLIS, values);
    }

    private static Camera idle(Camera camera) {
        return new Camera(camera.id(), camera.uri(), null, IDLE_RATE, true, List.of());
    }

    /** Cameras are added, watched until they show a frame, and removed. */
    private Measure churn(int cycles) throws Exception {
        Group group = group();
        return Soak.run(
                "churn",
                cycles,
                GROUP,
                () -> {
                    boolean gone = Group.awaitNothing();
                    group.watch();
                    return group.awaitFrames() && gone;
                });
    }

    /** Connections are broken off, and made again by the cameras themselves. */
    private Measure reconnect(int cycles) throws Exception {
        Group group = group();
        group.watch();
        group.awaitFrames();
        return Soak.run(
                "reconnect",
                cycles,
                GROUP,
                () -> {
                    long noticed = group.reconnects() + GROUP;
                    fleet.disconnect();
                    boolean all = Group.await(() -> group.reconnects() >= noticed);
                    group.forgetFrames();
                    return group.awaitFrames() && all;
                });
    }
}
