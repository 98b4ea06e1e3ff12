package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Frame;
import io.vedette.schema.Share;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds native memory is freed once, whatever becomes of the frame. */
class FrameMakerTest {

    private static final Share SHARE = new Share(1, 2);

    private final FrameMaker frames =
            new FrameMaker(
                    "gate",
                    new CaptureSettings(null, Duration.ofHours(1), 90),
                    CaptureClock.file(Instant.EPOCH));

    @BeforeEach
    void clear() {
        FakeRetainedFrame.clear();
    }

    @Test
    void aKeptFrameIsTheSameAsOneThatIsMadeAtOnce() throws Exception {
        FakeFrame decoded = FakeFrame.at(Duration.ofSeconds(1));
        FrameMaker.Stamp stamp = frames.stamp(decoded);

        Frame kept = frames.kept(stamp, decoded, SHARE).take();

        Frame made =
                new Frame(
                        "gate",
                        0,
                        Instant.ofEpochSecond(1),
                        kept.arrivedAt(),
                        4,
                        2,
                        null,
                        decoded.picture(90),
                        SHARE);
        assertThat(kept).isEqualTo(made);
        assertThat(FakeRetainedFrame.open()).isZero();
    }

    @Test
    void aKeptFrameArrivedWhenItWasOffered() throws Exception {
        OfferedFrame offered = kept(FakeFrame.at(Duration.ZERO));
        Instant offeredBy = Instant.now();

        assertThat(offered.take().arrivedAt()).isBeforeOrEqualTo(offeredBy);
    }

    @Test
    void aKeptFrameThatIsDroppedIsFreed() throws Exception {
        OfferedFrame offered = kept(FakeFrame.at(Duration.ZERO));
        assertThat(FakeRetainedFrame.open()).isEqualTo(1);

        offered.drop();

        assertThat(FakeRetainedFrame.open()).isZero();
    }

    @Test
    void aKeptFrameOfWhichNoPixelsCanBeMadeIsFreedAndTheNextCarriesThePicture() throws Exception {
        OfferedFrame offered = kept(FakeFrame.unscalable());

        assertThatThrownBy(offered::take).hasMessage("scaling");

        assertThat(FakeRetainedFrame.open()).isZero();
        assertThat(kept(FakeFrame.at(Duration.ofSeconds(1))).take().picture()).isNotNull();
    }

    @Test
    void aLostPictureIsMadeUpForByTheNextFrame() throws Exception {
        made(FakeFrame.at(Duration.ZERO)).drop();

        assertThat(made(FakeFrame.at(Duration.ofSeconds(1))).take().picture()).isNotNull();
        assertThat(made(FakeFrame.at(Duration.ofSeconds(2))).take().picture()).isNull();
    }

    private OfferedFrame kept(FakeFrame decoded) throws Exception {
        return frames.kept(frames.stamp(decoded), decoded, SHARE);
    }

    private OfferedFrame made(FakeFrame decoded) throws Exception {
        return frames.made(frames.stamp(decoded), decoded, SHARE);
    }
}
