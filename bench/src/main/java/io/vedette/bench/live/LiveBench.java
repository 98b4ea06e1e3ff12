package io.vedette.bench.live;

import io.vedette.bench.live.LiveReport.Capacity;
import io.vedette.bench.live.LiveReport.Shares;
import io.vedette.bench.live.LiveReport.Step;
import io.vedette.bench.stand.JobStand;
import io.vedette.bench.stand.WholeJob;
import io.vedette.schema.Camera;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Puts one running job under one live load after another. */
final class LiveBench {

    /** Of what the network alone does. */
    private static final double ROOM = 0.8;

    private static final List<Double> RAMP = List.of(1.0, 1.2, 1.5);
    private static final double OVERLOAD = 3;
    private static final List<Double> WEIGHTS = List.of(1.0, 1.0, 2.0, 4.0);

    /** In which compilers of this process and of the broker finish most of their work. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final int STEPS_IN_TIME = 3;

    private final LiveSettings settings;
    private final LiveJob job;
    private final Load room;
    private final Consumer<String> progress;

    private LiveBench(LiveSettings settings, LiveJob job, Load room, Consumer<String> progress) {
        this.settings = settings;
        this.job = job;
        this.room = room;
        this.progress = progress;
    }

    /** What was measured, but for the machine's own capacity. */
    record Found(Measured at80, Capacity capacity, Measured overload, Shares shares) {}

    /**
     * Measures everything once.
     *
     * @param raw frames a second that the network alone does
     * @param progress told what is done next
     */
    static Found run(LiveSettings settings, double raw, Consumer<String> progress)
            throws Exception {
        Load room = settings.load(ROOM * raw);
        progress.accept("starting a broker, %s, and the job".formatted(room));
        try (JobStand stand = JobStand.start();
                VideoFleet fleet =
                        VideoFleet.start(settings.video(), room.framesPerSecond(), stand.folder());
                WholeJob whole = start(stand, settings);
                ResultLog log = ResultLog.start(stand)) {
            Processes processes = Processes.of(stand.brokerPid(), fleet.pid());
            LiveJob job = new LiveJob(whole, fleet, log, processes);
            return new LiveBench(settings, job, room, progress).all(raw);
        }
    }

    private static WholeJob start(JobStand stand, LiveSettings settings) throws Exception {
        return WholeJob.start(stand, settings.model(), List.of(), settings.options());
    }

    private Found all(double raw) throws Exception {
        Measured at80 = atRoom();
        Capacity capacity = capacity(raw);
        Load overload = room.atLeast(OVERLOAD * capacity.fps());
        return new Found(at80, capacity, overload(overload), shares(overload));
    }

    private Measured atRoom() throws Exception {
        List<Camera> cameras = watch("80 % of raw", room);
        Thread.sleep(least(WARM_UP, settings.measured()).toMillis());
        return job.observe(cameras, settings.measured()).measured(room);
    }

    static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Capacity capacity(double raw) throws Exception {
        List<Step> steps = new ArrayList<>();
        for (double part : RAMP) {
            Load load = room.atLeast(part * raw);
            List<Camera> cameras = watch("%.0f %% of raw".formatted(100 * part), load);
            Measured step =
                    job.observe(cameras, settings.measured().dividedBy(STEPS_IN_TIME))
                            .measured(load);
            steps.add(new Step(step.offered(), step.fps()));
        }
        return Capacity.of(steps);
    }

    private Measured overload(Load load) throws Exception {
        List<Camera> cameras = watch("3 x capacity", load);
        return job.observe(cameras, settings.measured()).measured(load);
    }

    /** The first camera comes before all others; these are of several weights, in turn. */
    private Shares shares(Load load) throws Exception {
        progress.accept("3 x capacity, of unequal cameras");
        List<Camera> equal = job.cameras(load.cameras());
        List<Camera> cameras =
                IntStream.range(0, equal.size())
                        .mapToObj(number -> unequal(equal.get(number), number))
                        .toList();
        job.watch(cameras);
        return Shares.of(job.observe(cameras, settings.measured()).shares(load));
    }

    private static Camera unequal(Camera camera, int number) {
        return number == 0
                ? sharing(camera, 1, WEIGHTS.get(0))
                : sharing(camera, 0, WEIGHTS.get(number % WEIGHTS.size()));
    }

    private static Camera sharing(Camera camera, int priority, double weight) {
        return new Camera(camera.id(), camera.uri(), null, null, priority, weight, true, List.of());
    }

    private List<Camera> watch(String what, Load load) throws Exception {
        progress.accept("%s: %s".formatted(what, load));
        List<Camera> cameras = job.cameras(load.cameras());
        job.watch(cameras);
        return cameras;
    }
}
