package io.vedette.bench.cameras;

import io.vedette.bench.stand.Await;
import io.vedette.bench.stand.CameraGauges;
import io.vedette.schema.Camera;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Cameras that the job of this process watches together, and what is known of them. */
record Group(List<Camera> cameras) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Makes them all that the job watches. */
    void watch() {
        CountingFunction.forget(ids());
        ChangingCameras.become(cameras);
    }

    private List<String> ids() {
        return cameras.stream().map(Camera::id).toList();
    }

    int size() {
        return cameras.size();
    }

    /**
     * Waits until each has shown a frame since it was watched or forgotten; false if one never
     * does.
     */
    boolean awaitFrames() throws InterruptedException {
        return await(
                () -> cameras.stream().allMatch(camera -> CountingFunction.count(camera.id()) > 0));
    }

    void forgetFrames() {
        CountingFunction.forget(ids());
    }

    /** Waits until the job watches nothing, and has no thread left that did. */
    static boolean awaitNothing() throws InterruptedException {
        ChangingCameras.become(List.of());
        return await(Group::isQuiet);
    }

    private static boolean isQuiet() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("camera "));
    }

    long reconnects() {
        return sum("reconnects");
    }

    long decoded() {
        return sum("framesDecoded");
    }

    private long sum(String counter) {
        return cameras.stream()
                .mapToLong(camera -> CameraGauges.counter(camera.id(), counter))
                .sum();
    }

    /** Frames that the source dropped, whatever for. */
    long dropped() {
        return cameras.stream()
                .flatMap(camera -> CameraGauges.dropped(camera.id()).values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Waits for something, for a minute; false if it does not come. */
    static boolean await(BooleanSupplier condition) throws InterruptedException {
        return Await.within(PATIENCE, condition::getAsBoolean);
    }
}
