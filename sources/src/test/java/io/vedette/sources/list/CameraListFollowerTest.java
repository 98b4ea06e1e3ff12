package io.vedette.sources.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Camera;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CameraListFollowerTest {

    private static final Camera GATE = Camera.of("gate", "rtsp://192.0.2.7/live");

    @Test
    void tellsOnlyListsThatDiffer() {
        CameraList same =
                listener -> {
                    listener.changed(List.of(GATE));
                    listener.changed(List.of(Camera.of("gate", "rtsp://192.0.2.7/live")));
                    listener.changed(List.of());
                };
        try (FollowedList list = new FollowedList(same)) {
            list.awaitList();

            assertThat(list.told()).containsExactly(List.of(GATE), List.of());
        }
    }

    @Test
    void beginsAgainAfterADefectAndSaysSo() {
        AtomicInteger attempts = new AtomicInteger();
        CameraList broken =
                listener -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("a defect");
                    }
                    listener.changed(List.of(GATE));
                };
        try (LogLines log = LogLines.of(CameraListFollower.class);
                FollowedList list = new FollowedList(broken)) {
            list.awaitList(GATE);

            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void anErrorIsTold() {
        CameraList broken =
                listener -> {
                    throw new NoClassDefFoundError("org/example/Missing");
                };
        try (FollowedList list = new FollowedList(broken)) {
            await().until(() -> list.failures().size() == 1);

            assertThat(list.failures().get(0)).hasMessage("org/example/Missing");
        }
    }

    @Test
    void nothingIsToldAfterTheClose() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        CameraList stubborn =
                listener -> {
                    listener.changed(List.of(GATE));
                    while (closed.getCount() > 0) {
                        try {
                            closed.await();
                        } catch (InterruptedException e) {
                            closed.countDown();
                        }
                    }
                    listener.changed(List.of());
                };
        FollowedList list = new FollowedList(stubborn);
        list.awaitList(GATE);

        list.close();

        assertThat(list.told()).containsExactly(List.of(GATE));
    }
}
