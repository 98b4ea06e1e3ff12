package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import io.vedette.store.CameraActivity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(3600);
    private static final Camera CAMERA = Camera.of("gate-1", "rtsp://10.0.0.7/live");

    @Test
    void aLiveCameraThatIsSeenIsLive() {
        StatusView shown = shown(CAMERA, live(LONG_AGO), seen(NOW.minusSeconds(15)));

        assertThat(shown.state()).isEqualTo("live");
        assertThat(shown.since()).isEqualTo(LONG_AGO);
        assertThat(shown.lastKnown()).isNull();
    }

    @Test
    void aLiveCameraThatIsNotSeenAnyMoreIsUnknown() {
        StatusView shown = shown(CAMERA, live(LONG_AGO), seen(NOW.minusSeconds(16)));

        assertThat(shown.state()).isEqualTo("unknown");
        assertThat(shown.lastKnown()).isEqualTo("live");
        assertThat(shown.since()).isEqualTo(NOW.minusSeconds(16));
        assertThat(shown.message()).contains("no newer result");
    }

    @Test
    void aCameraThatHasJustBecomeLiveIsBelieved() {
        assertThat(shown(CAMERA, live(NOW.minusSeconds(3)), null).state()).isEqualTo("live");
        assertThat(shown(CAMERA, live(NOW.minusSeconds(3)), seen(LONG_AGO)).state())
                .isEqualTo("live");
        assertThat(shown(CAMERA, live(NOW.minusSeconds(16)), null).state()).isEqualTo("unknown");
    }

    @Test
    void aCameraThatIsInferredRarelyMayBeSilentForLonger() {
        Camera slow = new Camera("gate-1", "rtsp://10.0.0.7/live", null, 0.1, true, null);

        assertThat(shown(slow, live(LONG_AGO), seen(NOW.minusSeconds(50))).state())
                .isEqualTo("live");
        assertThat(shown(slow, live(LONG_AGO), seen(NOW.minusSeconds(51))).state())
                .isEqualTo("unknown");
    }

    @Test
    void whenAFrameArrivedCountsNotWhenItWasCaptured() {
        CameraActivity old =
                new CameraActivity("gate-1", LONG_AGO, 1, 64, 64, NOW.minusSeconds(1), model());

        assertThat(shown(CAMERA, live(LONG_AGO), old).state()).isEqualTo("live");
    }

    @Test
    void aResultWithoutATimeOfArrivalCountsByItsTimeOfCapture() {
        CameraActivity recent =
                new CameraActivity("gate-1", NOW.minusSeconds(1), 1, 64, 64, null, model());

        assertThat(shown(CAMERA, live(LONG_AGO), recent).state()).isEqualTo("live");
    }

    @Test
    void aCameraThatNoJobToldOfIsUnknownEvenIfItIsSeen() {
        StatusView shown = shown(CAMERA, null, seen(NOW));

        assertThat(shown.state()).isEqualTo("unknown");
        assertThat(shown.lastKnown()).isNull();
        assertThat(shown.message()).isEqualTo("No job has told how this camera does.");
    }

    @Test
    void theListSaysWhetherACameraIsSwitchedOff() {
        Camera off = new Camera("gate-1", "rtsp://10.0.0.7/live", null, null, false, List.of());

        assertThat(shown(off, live(LONG_AGO), seen(NOW)).state()).isEqualTo("disabled");
        assertThat(shown(off, null, null).since()).isNull();
        assertThat(shown(off, told(CameraState.DISABLED), null).since()).isEqualTo(LONG_AGO);
        assertThat(shown(CAMERA, told(CameraState.DISABLED), null).state()).isEqualTo("unknown");
    }

    @Test
    void anAttemptThatIsLongOverdueMakesTheStatusUnknown() {
        CameraStatus away = unreachableFor(10, 3); // 120 s + 3 * 90 s + 4 * 10 s

        StatusView before = StatusRule.shown(CAMERA, away, null, after(away, 429));
        StatusView overdue = StatusRule.shown(CAMERA, away, null, after(away, 430));

        assertThat(before.state()).isEqualTo("unreachable");
        assertThat(before.cause()).isEqualTo(CameraCause.NO_ANSWER);
        assertThat(overdue.state()).isEqualTo("unknown");
        assertThat(overdue.lastKnown()).isEqualTo("unreachable");
        assertThat(overdue.since()).isEqualTo(away.nextAttemptAt());
        assertThat(overdue.nextAttemptAt()).isNull();
    }

    @Test
    void aCameraThatIsAwayForLongIsToldOfRarely() {
        CameraStatus away = unreachableFor(1800, 64);

        assertThat(StatusRule.shown(CAMERA, away, null, after(away, 3600)).state())
                .isEqualTo("unreachable");
    }

    private static CameraStatus unreachableFor(long seconds, int attempt) {
        return new CameraStatus(
                "gate-1",
                CameraState.UNREACHABLE,
                CameraCause.NO_ANSWER,
                "No answer.",
                NOW,
                attempt,
                NOW.plusSeconds(seconds),
                null);
    }

    private static Instant after(CameraStatus status, long seconds) {
        return status.nextAttemptAt().plusSeconds(seconds);
    }

    @Test
    void nobodyConnectsForAnHour() {
        assertThat(shown(CAMERA, told(CameraState.CONNECTING), null).state()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @EnumSource(
            value = CameraState.class,
            names = {"STALLED", "REFUSED", "UNSUPPORTED", "ENDED"})
    void whatIsNotWaitedForStays(CameraState state) {
        assertThat(shown(CAMERA, told(state), null).state())
                .isEqualTo(state.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void aMessageIsShownWithoutCredentials() {
        CameraStatus careless =
                new CameraStatus(
                        "gate-1",
                        CameraState.REFUSED,
                        CameraCause.NOT_FOUND,
                        "rtsp://admin:s3cret@10.0.0.7/live: 404",
                        NOW,
                        1,
                        null,
                        null);

        assertThat(shown(CAMERA, careless, null).message())
                .isEqualTo("rtsp://***@10.0.0.7/live: 404");
    }

    private static StatusView shown(Camera camera, CameraStatus told, CameraActivity seen) {
        return StatusRule.shown(camera, told, seen, NOW);
    }

    private static CameraStatus live(Instant since) {
        return CameraStatus.of("gate-1", CameraState.LIVE, since);
    }

    private static CameraStatus told(CameraState state) {
        return CameraStatus.of("gate-1", state, LONG_AGO);
    }

    private static CameraActivity seen(Instant at) {
        return new CameraActivity("gate-1", at, 1, 64, 64, at, model());
    }

    private static ModelRef model() {
        return new ModelRef("yolox-nano", "1", "695e750a", Route.LIVE);
    }
}
