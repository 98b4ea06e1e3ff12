package io.vedette.bench.live;

import io.vedette.bench.stand.Await;
import io.vedette.bench.stand.CameraGauges;
import io.vedette.bench.stand.WholeJob;
import io.vedette.bench.stand.Window;
import io.vedette.schema.Camera;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The running job and its fleet of live cameras, which is measured again and again. */
final class LiveJob {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** In which the job sees a changed list, new cameras begin, and queues fill. */
    private static final Duration SETTLING = Duration.ofSeconds(4);

    /** For results that were emitted, until they can be read. */
    private static final Duration DELIVERY = Duration.ofSeconds(1);

    private final WholeJob job;
    private final VideoFleet fleet;
    private final ResultLog log;
    private final Processes processes;

    LiveJob(WholeJob job, VideoFleet fleet, ResultLog log, Processes processes) {
        this.job = job;
        this.fleet = fleet;
        this.log = log;
        this.processes = processes;
    }

    /** The first so many of the fleet. */
    List<Camera> cameras(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Camera.of(VideoFleet.id(number), fleet.uri(number)))
                .toList();
    }

    /**
     * Makes these cameras all that the job watches, and waits until each shows pictures.
     *
     * @throws IOException if the job ends, or if one of them does not
     */
    void watch(List<Camera> cameras) throws IOException, InterruptedException {
        fleet.grow(cameras.size());
        job.cameras(cameras);
        for (Camera camera : cameras) {
            if (!Await.within(PATIENCE, () -> shows(camera))) {
                throw new IOException(
                        "camera '%s' shows no picture within %d s"
                                .formatted(camera.id(), PATIENCE.toSeconds()));
            }
        }
        Thread.sleep(SETTLING.toMillis());
    }

    private boolean shows(Camera camera) throws IOException {
        job.requireAlive();
        return CameraGauges.counter(camera.id(), "framesDecoded") > 0;
    }

    /** Watches the job for a while. */
    Observation observe(List<Camera> watched, Duration time)
            throws IOException, InterruptedException {
        log.forget();
        Moment before = Moment.now(processes, fleet, watched);
        Thread.sleep(time.toMillis());
        Moment after = Moment.now(processes, fleet, watched);
        Thread.sleep(DELIVERY.toMillis());
        job.requireAlive();
        Window window = new Window(before.millis(), after.millis());
        List<Seen> seen = log.take(window);
        List<String> ids = watched.stream().map(Camera::id).toList();
        double seconds = (window.to() - window.from()) / 1000.0;
        return new Observation(watched, new Output(ids, seconds, seen), processes, before, after);
    }
}
