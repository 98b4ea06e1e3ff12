package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.CameraCause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessTest {

    private static final Duration FROZEN_AFTER = Duration.ofSeconds(10);
    private static final Duration DAMAGED_AFTER = Duration.ofSeconds(5);

    private final Liveness watch = new Liveness(FROZEN_AFTER, DAMAGED_AFTER);

    @Test
    void theSamePictureAgainAndAgainIsFrozenUntilAnotherComes() {
        see(7, 0);
        see(7, 9.7);
        assertThat(watch.problem()).isNull();

        see(7, 10);
        assertThat(watch.problem()).isEqualTo(CameraCause.FROZEN_PICTURE);

        see(8, 10.1);
        assertThat(watch.problem()).isNull();
    }

    @Test
    void picturesThatDifferNowAndThenAreNotFrozen() {
        for (int i = 0; i < 100; i++) {
            see(i / 9, i);
            assertThat(watch.problem()).isNull();
        }
    }

    @Test
    void aDamagedPictureNeitherFreezesNorThaws() {
        see(7, 0);
        see(7, 10);

        seeDamaged(8, 10.1);
        assertThat(watch.problem()).isEqualTo(CameraCause.FROZEN_PICTURE);
    }

    @Test
    void nothingButDamagedPicturesIsACorruptStream() {
        seeDamaged(1, 0);
        assertThat(watch.sound()).isFalse();
        seeDamaged(2, 4.9);
        assertThat(watch.problem()).isNull();

        seeDamaged(3, 5);
        assertThat(watch.problem()).isEqualTo(CameraCause.STREAM_CORRUPT);

        see(4, 5.1);
        assertThat(watch.problem()).isNull();
        assertThat(watch.sound()).isTrue();
    }

    @Test
    void aStreamThatBeginsAgainIsNotFrozen() {
        see(7, 0);

        watch.restart();
        see(7, 10);

        assertThat(watch.problem()).isNull();
    }

    @Test
    void freezingMayBeOfNoInterest() {
        Liveness indifferent = new Liveness(Duration.ZERO, DAMAGED_AFTER);

        indifferent.see(FakeFrame.showing(7), 0);
        indifferent.see(FakeFrame.showing(7), Duration.ofDays(1).toNanos());

        assertThat(indifferent.problem()).isNull();
    }

    private void see(long fingerprint, double seconds) {
        watch.see(FakeFrame.showing(fingerprint), (long) (seconds * 1e9));
    }

    private void seeDamaged(long fingerprint, double seconds) {
        watch.see(FakeFrame.showing(fingerprint).damage(), (long) (seconds * 1e9));
    }
}
