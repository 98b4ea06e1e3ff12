package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.CameraCause;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private final Patience patience = patience(false);

    /** The pauses of a cause by default; each may be shorter by a fifth. */
    @ParameterizedTest
    @CsvSource({
        "CONNECTION_REFUSED, 0.5, 1, 1",
        "NO_ANSWER, 0.5, 1, 1",
        "NO_PACKETS, 0.5, 1, 1",
        "STREAM_ENDED, 0.5, 1, 1",
        "NOT_FOUND, 1, 1.5, 1.5",
        "CODEC_UNSUPPORTED, 1, 1.5, 1.5",
        "TLS_FAILED, 1, 1.5, 1.5",
        "AUTHENTICATION_FAILED, 60, 120, 900",
        "HUNG, 10, 20, 600",
    })
    void growsByWhatIsWrong(CameraCause cause, double first, double second, double longest) {
        assertPause(patience.after(cause), first);
        assertPause(patience.after(cause), second);
        assertPause(
                Stream.generate(() -> patience.after(cause)).skip(10).findFirst().orElseThrow(),
                longest);
    }

    @Test
    void triesAWrongPasswordNoSoonerForOtherFailuresBetween() {
        patience.after(CameraCause.AUTHENTICATION_FAILED);
        patience.after(CameraCause.NO_ANSWER);

        assertPause(patience.after(CameraCause.AUTHENTICATION_FAILED), 120);
    }

    @Test
    void isQuickAgainAfterTheCameraWasLive() {
        patience.after(CameraCause.NOT_FOUND);
        patience.after(CameraCause.NOT_FOUND);

        patience.live();

        assertPause(patience.after(CameraCause.NOT_FOUND), 1);
    }

    @Test
    void doesNotHurryForAFile() {
        Patience patient = patience(true);
        assertPause(patient.after(CameraCause.STREAM_CORRUPT), 1);
        assertPause(patient.after(CameraCause.STREAM_CORRUPT), 2);
    }

    private static Patience patience(boolean file) {
        return new Patience(RtspSettings.defaults(), file, new Random(1));
    }

    private static void assertPause(Duration pause, double seconds) {
        assertThat(pause.toMillis() / 1000.0).isBetween(seconds * 0.8 - 0.001, seconds);
    }
}
