package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RtspSourceEnumeratorTest {

    private static final int MAX_PARALLELISM = 128;
    private static final Camera GATE = Camera.of("gate", "rtsp://joe:s3cret@gate/live");
    private static final Camera YARD = Camera.of("yard", "rtsp://yard/live");

    private final FakeEnumeratorContext context = new FakeEnumeratorContext(3);
    private final FakeCameraList list = new FakeCameraList();
    private final FakeStatusChannel statuses = new FakeStatusChannel();
    private RtspSourceEnumerator enumerator = enumerator(false);

    @AfterEach
    void close() {
        enumerator.close();
    }

    @Test
    void tellsEveryCameraOnceAndToTheSubtaskThatOwnsItsKey() throws Exception {
        Camera[] cameras =
                IntStream.range(0, 20)
                        .mapToObj(i -> Camera.of("camera-" + i, "rtsp://127.0.0.1/" + i))
                        .toArray(Camera[]::new);
        IntStream.range(0, 3).forEach(this::register);

        follow(cameras);

        int told = 0;
        for (int subtask = 0; subtask < 3; subtask++) {
            for (CameraSplit camera : context.list(subtask)) {
                assertThat(subtask).isEqualTo(owner(camera.camera()));
                told++;
            }
        }
        assertThat(told).isEqualTo(cameras.length);
        assertThat(context.finished()).isEmpty();
    }

    @Test
    void tellsNothingBeforeTheListIsKnown() {
        enumerator.start();

        register(0);

        assertThat(context.lists(0)).isEmpty();
    }

    @Test
    void tellsAReaderThatComesBackItsWholeListAsItIsThen() throws Exception {
        int owner = owner("gate");
        register(owner);
        follow(GATE);
        context.unregister(owner);
        change(Camera.of("gate", "rtsp://gate/other"));

        register(owner);

        assertThat(context.lists(owner))
                .containsExactly(
                        List.of(CameraSplit.of(GATE)),
                        List.of(new CameraSplit("gate", "rtsp://gate/other", null)));
    }

    @Test
    void aReaderIsToldWhenItHasNoCameraAnyMore() throws Exception {
        register(owner("gate"));
        follow(GATE);

        change();

        assertThat(context.list(owner("gate"))).isEmpty();
        assertThat(statuses.told()).containsExactly("gate removed");
    }

    @Test
    void aCameraThatIsOffIsNotWatchedAndSaidToBeDisabledOnce() throws Exception {
        register(owner("gate"));
        follow(GATE);

        change(disabled(GATE));
        change(disabled(GATE), YARD);

        assertThat(context.list(owner("gate"))).doesNotContain(CameraSplit.of(GATE));
        assertThat(statuses.told()).containsExactly("gate DISABLED");
    }

    @Test
    void aCameraThatMakesNoSenseIsRefusedAndTheOthersAreWatched() throws Exception {
        IntStream.range(0, 3).forEach(this::register);

        follow(Camera.of("belt", "file:///belt.mp4?speed=2"), GATE);

        assertThat(context.list(owner("gate"))).containsExactly(CameraSplit.of(GATE));
        assertThat(statuses.told())
                .containsExactly(
                        "belt UNSUPPORTED Camera 'belt': file parameter 'speed' is unknown; allowed are pace, loop and start.");
    }

    @Test
    void passesOnHowACameraDoesUntilItIsNotWatchedAnyMore() throws Exception {
        register(owner("gate"));
        follow(GATE);
        enumerator.handleSourceEvent(owner("gate"), live("gate"));
        change(disabled(GATE));

        enumerator.handleSourceEvent(owner("gate"), live("gate"));

        assertThat(statuses.told()).containsExactly("gate LIVE", "gate DISABLED");
    }

    @Test
    void aBoundedRunIsAboutTheFirstListAndSaysThatNoMoreComes() throws Exception {
        enumerator = enumerator(true);
        register(0);
        follow(Camera.of("belt", "file:///belt.mp4"), GATE);

        register(1);

        assertThat(context.finished()).containsExactly(0, 1);
        assertThat(statuses.told())
                .containsExactly(
                        "gate UNSUPPORTED Camera 'gate' must be a file that ends, since the run is bounded.");
        await().until(() -> !list.followed());
    }

    @Test
    void anErrorInTheFollowersThreadFailsTheJob() {
        enumerator.start();
        list.breaksDown(new NoClassDefFoundError("org/apache/kafka/Missing"));

        assertThatThrownBy(context::runNext)
                .hasMessage("The camera list cannot be followed.")
                .hasRootCauseMessage("org/apache/kafka/Missing");
    }

    @Test
    void closingEndsTheFollowingAndThePublishing() throws Exception {
        follow(GATE);

        enumerator.close();

        assertThat(list.followed()).isFalse();
        assertThat(statuses.closed()).isTrue();
    }

    @Test
    void aListThatComesAsTheJobEndsIsNoError() throws Exception {
        follow(GATE);
        context.close();

        list.set(YARD);
        list.set();

        await().during(java.time.Duration.ofMillis(200)).until(list::followed);
    }

    @Test
    void whatWasToldOfCamerasThatAWholeListDoesNotHaveIsOutOfDate() throws Exception {
        list.setWhole();

        follow(GATE);
        change(GATE, YARD);

        assertThat(statuses.told()).containsExactly("only [gate]");
    }

    @Test
    void aCheckpointHoldsNothing() throws Exception {
        follow(GATE);

        RtspEnumeratorState state = enumerator.snapshotState(1);

        assertThat(new RtspEnumeratorState.Serializer().serialize(state)).isEmpty();
    }

    private RtspSourceEnumerator enumerator(boolean bounded) {
        return new RtspSourceEnumerator(context, list, statuses, MAX_PARALLELISM, bounded);
    }

    private void register(int subtask) {
        context.register(subtask);
        enumerator.addReader(subtask);
    }

    private void follow(Camera... cameras) throws InterruptedException {
        enumerator.start();
        change(cameras);
    }

    private void change(Camera... cameras) throws InterruptedException {
        list.set(cameras);
        context.runNext();
    }

    private static int owner(String camera) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(camera, MAX_PARALLELISM, 3);
    }

    private static CameraStatusEvent live(String camera) {
        return new CameraStatusEvent(CameraStatus.of(camera, CameraState.LIVE, Instant.now()));
    }

    private static Camera disabled(Camera camera) {
        return new Camera(camera.id(), camera.uri(), null, null, false, null);
    }
}
