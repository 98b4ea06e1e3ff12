package io.vedette.bench.faults;

import io.vedette.bench.faults.FaultKind.Course;
import io.vedette.bench.stand.Await;
import io.vedette.bench.stand.CameraGauges;
import io.vedette.bench.stand.CameraProcess;
import io.vedette.bench.stand.Sighting;
import io.vedette.bench.stand.SightingFunction;
import io.vedette.bench.stand.WatchedJob;
import io.vedette.schema.Camera;
import io.vedette.sources.RtspSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One fault of one server, with a job of its own that also watches a healthy neighbour. */
final class Trial {

    private static final String FAULTY = "faulty";
    private static final String NEIGHBOUR = "neighbour";
    private static final Duration FIRST_PICTURE = Duration.ofSeconds(60);
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    /** While a job begins, much is done for the first time. */
    private static final long SETTLING_MILLIS = 2000;

    /** Pictures made in the last of them may still be on their way. */
    private static final long ON_THE_WAY_MILLIS = 300;

    private final ServerKind kind;
    private final FaultKind fault;
    private final Pace pace;
    private final Path folder;

    Trial(ServerKind kind, FaultKind fault, Pace pace, Path folder) {
        this.kind = kind;
        this.fault = fault;
        this.pace = pace;
        this.folder = folder;
    }

    /**
     * Runs it, for half a minute or so.
     *
     * @param neighbourUri of the healthy camera, on another server
     */
    FaultResult run(String neighbourUri) throws Exception {
        try (FaultyServer server = FaultyServer.start(kind, fault, folder);
                WatchedJob job =
                        WatchedJob.start(
                                List.of(
                                        Camera.of(FAULTY, server.uri()),
                                        Camera.of(NEIGHBOUR, neighbourUri)),
                                settings());
                StateWatch watch = new StateWatch(FAULTY)) {
            if (!Await.within(FIRST_PICTURE, () -> first(FAULTY, 0).isPresent())
                    || !Await.within(FIRST_PICTURE, () -> first(NEIGHBOUR, 0).isPresent())) {
                throw new IOException("no first picture comes; the job is " + job.status());
            }
            return measured(server, watch);
        }
    }

    private RtspSettings settings() {
        RtspSettings usual = RtspSettings.defaults();
        return fault == FaultKind.UDP_LOSS_30
                ? usual.withTransport(RtspSettings.Transport.UDP)
                : usual;
    }

    private FaultResult measured(FaultyServer server, StateWatch watch) throws Exception {
        long quiet = System.currentTimeMillis() + SETTLING_MILLIS;
        awaitBeginning();
        long began = System.currentTimeMillis();
        server.begin();
        long back = System.currentTimeMillis();
        Change reported = null;
        if (fault.course() != Course.INSTANT) {
            Thread.sleep(pace.fault().toMillis());
            reported = watch.changes().get(watch.changes().size() - 1);
            server.end();
            back = System.currentTimeMillis();
        }
        long from = back;
        Await.within(RECOVERY, () -> recovered(from).isPresent());
        Thread.sleep(pace.after(fault.course()).toMillis());
        long end = System.currentTimeMillis() - ON_THE_WAY_MILLIS;
        return new Observation(fault, kind, quiet, began, back, end)
                .result(
                        watch,
                        reported,
                        recovered(back),
                        SightingFunction.of(FAULTY),
                        SightingFunction.of(NEIGHBOUR),
                        CameraGauges.dropped(FAULTY));
    }

    /** A wrap comes by itself, at a time after the first picture. */
    private void awaitBeginning() throws InterruptedException {
        long wait = pace.quiet().toMillis();
        if (fault == FaultKind.TIMESTAMP_WRAP) {
            long first = first(FAULTY, 0).orElseThrow().takenAt();
            wait = first + CameraProcess.WRAP_IN.toMillis() - System.currentTimeMillis();
        }
        Thread.sleep(Math.max(0, wait));
    }

    private static Optional<Sighting> first(String camera, long takenFrom) {
        return SightingFunction.of(camera).stream()
                .filter(seen -> seen.takenAt() >= takenFrom)
                .findFirst();
    }

    /**
     * The first picture made since the camera can be watched again, in its new size if it has one.
     */
    private Optional<Sighting> recovered(long back) {
        int width =
                fault == FaultKind.RESOLUTION_CHANGE
                        ? CameraProcess.WIDTH / 2
                        : CameraProcess.WIDTH;
        return SightingFunction.of(FAULTY).stream()
                .filter(seen -> seen.takenAt() >= back)
                .filter(seen -> seen.width() == width)
                .findFirst();
    }
}
