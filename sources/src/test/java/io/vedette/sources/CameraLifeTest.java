package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.CameraStatus.Clock;
import io.vedette.schema.CameraStatus.Video;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CameraLifeTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEXT = START.plusSeconds(60);
    private static final Video VIDEO = new Video("h264", 768, 432, Clock.ARRIVAL);
    private static final Video LARGER = new Video("h264", 1920, 1080, Clock.ARRIVAL);
    private static final Video BY_CAMERA = new Video("h264", 768, 432, Clock.CAMERA);

    private static final Map<String, Consumer<CameraLife>> EVENTS = new HashMap<>();

    static {
        EVENTS.put("begins", CameraLife::begins);
        EVENTS.put("shows", life -> life.shows(VIDEO));
        EVENTS.put("shows-larger", life -> life.shows(LARGER));
        EVENTS.put("shows-by-camera", life -> life.shows(BY_CAMERA));
        EVENTS.put(
                "freezes", life -> life.stalls(CameraCause.FROZEN_PICTURE, "it is frozen", VIDEO));
        EVENTS.put("breaks", life -> life.stalls(CameraCause.STREAM_CORRUPT, "damaged", VIDEO));
        EVENTS.put("falls-silent", life -> fails(life, CameraCause.NO_PACKETS, true));
        EVENTS.put("does-not-open", life -> fails(life, CameraCause.CONNECTION_REFUSED, false));
        EVENTS.put("refuses", life -> fails(life, CameraCause.AUTHENTICATION_FAILED, false));
        EVENTS.put("sends-audio", life -> fails(life, CameraCause.NO_VIDEO, false));
        EVENTS.put("hangs", life -> fails(life, CameraCause.HUNG, true));
        EVENTS.put("ends", CameraLife::ends);
    }

    private final List<CameraStatus> told = new ArrayList<>();
    private Instant now = START;
    private final InstantSource clock = () -> now;
    private final CameraLife life = new CameraLife("gate", clock, told::add);

    private static void fails(CameraLife life, CameraCause cause, boolean opened) {
        life.fails(cause, "it failed", opened, NEXT);
    }

    /** Events, and what is told of: a state, and a cause and the failed attempts where given. */
    @ParameterizedTest
    @CsvSource({
        "begins, connecting",
        "begins begins, connecting",
        "begins shows, connecting live",
        "begins shows shows, connecting live",
        "begins shows shows-larger, connecting live live",
        "begins shows shows-by-camera shows, connecting live live live",
        "begins shows ends, connecting live ended",
        "begins does-not-open, connecting unreachable/connection-refused/1",
        "begins refuses shows, connecting refused/authentication-failed/1 live",
        "begins sends-audio, connecting unsupported/no-video/1",
        "begins shows falls-silent, connecting live stalled/no-packets/0",
        "begins shows falls-silent does-not-open shows,"
                + " connecting live stalled/no-packets/0 unreachable/connection-refused/1 live",
        "begins shows freezes freezes, connecting live stalled/frozen-picture/0",
        "begins shows freezes shows, connecting live stalled/frozen-picture/0 live",
        "begins shows breaks freezes,"
                + " connecting live stalled/stream-corrupt/0 stalled/frozen-picture/0",
        "begins freezes falls-silent, connecting stalled/frozen-picture/0 stalled/no-packets/0",
        "begins shows hangs shows, connecting live stalled/hung/0 live",
        "begins does-not-open refuses does-not-open,"
                + " connecting unreachable/connection-refused/1 refused/authentication-failed/2"
                + " unreachable/connection-refused/3",
    })
    void tellsOfEveryChangeOnce(String events, String expected) {
        Arrays.stream(events.split(" ")).forEach(event -> EVENTS.get(event).accept(life));

        assertThat(told.stream().map(CameraLifeTest::brief)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void isInTheStateOfTheCause(CameraCause cause) {
        fails(life, cause, false);

        assertThat(told.get(0).state()).isEqualTo(cause.state());
        assertThat(told.get(0).cause()).isEqualTo(cause);
    }

    @Test
    void tellsLessAndLessOfAttemptsThatFailAlike() {
        IntStream.range(0, 1000).forEach(i -> fails(life, CameraCause.NO_ANSWER, false));

        assertThat(told.stream().map(CameraStatus::attempt))
                .containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512);
    }

    @Test
    void knowsSinceWhenAndWhatComesNext() {
        life.shows(VIDEO);
        now = START.plusSeconds(1);
        fails(life, CameraCause.NO_ANSWER, false);
        now = START.plusSeconds(2);
        fails(life, CameraCause.NO_ANSWER, false);
        now = START.plusSeconds(3);
        life.shows(LARGER);

        assertThat(told)
                .extracting(CameraStatus::since)
                .containsExactly(
                        START, START.plusSeconds(1), START.plusSeconds(1), START.plusSeconds(3));
        assertThat(told)
                .extracting(CameraStatus::nextAttemptAt)
                .containsExactly(null, NEXT, NEXT, null);
        assertThat(told)
                .extracting(CameraStatus::video)
                .containsExactly(VIDEO, VIDEO, VIDEO, LARGER);
        assertThat(told.get(3))
                .isEqualTo(
                        new CameraStatus(
                                "gate", CameraState.LIVE, null, null, now, 0, null, LARGER));
    }

    @Test
    void tellsNoPassword() {
        life.fails(CameraCause.NO_ANSWER, "cannot open rtsp://admin:secret@gate/1", false, NEXT);

        assertThat(told.get(0).message()).isEqualTo("cannot open rtsp://***@gate/1");
    }

    private static String brief(CameraStatus status) {
        String state = word(status.state());
        return status.cause() == null
                ? state
                : "%s/%s/%d".formatted(state, word(status.cause()), status.attempt());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
