package io.vedette.sources.list;

import static org.awaitility.Awaitility.await;

import io.vedette.schema.Camera;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A list that is being followed, and what it told. */
final class FollowedList implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Queue<List<Camera>> told = new ConcurrentLinkedQueue<>();
    private final Queue<Error> failures = new ConcurrentLinkedQueue<>();
    private final CameraListFollower follower;

    FollowedList(CameraList list) {
        follower = CameraListFollower.start(list, told::add, failures::add);
    }

    List<List<Camera>> told() {
        return List.copyOf(told);
    }

    List<Error> failures() {
        return List.copyOf(failures);
    }

    List<Camera> last() {
        List<List<Camera>> all = told();
        return all.isEmpty() ? List.of() : all.get(all.size() - 1);
    }

    /** Waits for as long as a change may take to count. */
    void awaitList(Camera... cameras) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(LIMIT)
                .until(() -> !told.isEmpty() && last().equals(List.of(cameras)));
    }

    @Override
    public void close() {
        follower.close();
    }
}
