package io.vedette.quickstart.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.quickstart.cameras.rtp.RtpFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacedFootageTest {

    private static final double FILM = 25;

    @Test
    void halfTheRateIsTwiceTheTime() throws IOException {
        Footage paced = PacedFootage.of(new FakeFootage(), FILM / 2);

        List<TimedPicture> pictures = pictures(paced, 3);

        assertThat(pictures).extracting(TimedPicture::sendAt).containsExactly(0L, 7200L, 14400L);
        assertThat(pictures)
                .extracting(TimedPicture::takenAt)
                .containsExactly(-200L, 7000L, 14200L);
        assertThat(paced.framesPerSecond()).isEqualTo(FILM / 2);
        assertThat(paced.reordering()).isEqualTo(200);
    }

    @Test
    void whatIsShownStaysAsItIs() throws IOException {
        List<TimedPicture> pictures = pictures(PacedFootage.of(new FakeFootage(), 100), 2);

        assertThat(pictures).extracting(TimedPicture::key).containsExactly(true, false);
        assertThat(pictures)
                .extracting(picture -> picture.data()[0])
                .containsExactly((byte) 0, (byte) 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateThatIsNoneIsRefused(double rate) {
        assertThatThrownBy(() -> PacedFootage.of(new FakeFootage(), rate))
                .hasMessage("Frames per second must be more than 0 but were " + rate + ".");
    }

    private static List<TimedPicture> pictures(Footage footage, int count) throws IOException {
        List<TimedPicture> pictures = new ArrayList<>();
        try (Footage.Playback playback = footage.play(0)) {
            while (pictures.size() < count) {
                pictures.add(playback.next());
            }
        }
        return pictures;
    }

    /** Pictures that were taken 100 ticks before they are sent. */
    private static final class FakeFootage implements Footage {

        @Override
        public RtpFormat format() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double framesPerSecond() {
            return FILM;
        }

        @Override
        public long reordering() {
            return 100;
        }

        @Override
        public Playback play(long elapsed) {
            return new Playback() {

                private int number;

                @Override
                public TimedPicture next() {
                    long time = number * 3600L;
                    boolean key = number == 0;
                    return new TimedPicture(new byte[] {(byte) number++}, time, time - 100, key);
                }

                @Override
                public void close() {}
            };
        }
    }
}
