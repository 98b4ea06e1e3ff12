package io.vedette.sources;

import io.vedette.schema.CameraStatus.Clock;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Share;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes a camera's frames out of decoded ones: number, capture time and the forms of the pixels.
 * Numbers and times go on rising over reconnects.
 *
 * <p>Used by one thread at a time; what it offers may be taken by any.
 */
final class FrameMaker {

    private final String camera;
    private final CaptureSettings settings;
    private final CaptureClock clock;
    private final PictureInterval pictures;
    private long sequence;

    FrameMaker(String camera, CaptureSettings settings, CaptureClock clock) {
        this.camera = camera;
        this.settings = settings;
        this.clock = clock;
        this.pictures = new PictureInterval(settings.pictureInterval());
    }

    /**
     * What every decoded frame gets, also one that is dropped afterwards. Pictures that were passed
     * over undecoded take their numbers too.
     */
    record Stamp(long sequence, Instant capturedAt) {}

    Stamp stamp(DecodedFrame decoded) {
        sequence += decoded.skipped();
        Instant capturedAt = clock.stamp(decoded.mediaTime(), decoded.sentAt(), Instant.now());
        return new Stamp(sequence++, capturedAt);
    }

    /** Whose time the last frame carries. */
    Clock clock() {
        return clock.clock();
    }

    /** A frame whose pixels are made now. */
    Frame make(Stamp stamp, DecodedFrame decoded) throws IOException {
        return make(stamp, decoded, Instant.now(), Share.EQUAL);
    }

    /** A frame to offer, whose pixels are made now. */
    OfferedFrame made(Stamp stamp, DecodedFrame decoded, Share share) throws IOException {
        return new Made(make(stamp, decoded, Instant.now(), share), pictures);
    }

    /** A frame to offer, whose pixels are made if it is taken. */
    OfferedFrame kept(Stamp stamp, DecodedFrame decoded, Share share) throws IOException {
        return new Kept(stamp, decoded.retain(), Instant.now(), share);
    }

    /** By any thread. */
    @SuppressWarnings("NullAway") // it does not see that the array of a compact record may be null
    private Frame make(Stamp stamp, Pixels pixels, Instant arrivedAt, Share share)
            throws IOException {
        RasterSpec spec = settings.raster();
        return new Frame(
                camera,
                stamp.sequence(),
                stamp.capturedAt(),
                arrivedAt,
                pixels.width(),
                pixels.height(),
                spec == null ? null : pixels.raster(spec),
                picture(stamp.capturedAt(), pixels),
                share);
    }

    private byte @Nullable [] picture(Instant capturedAt, Pixels pixels) throws IOException {
        if (!pictures.isDue(capturedAt)) {
            return null;
        }
        try {
            return pixels.picture(settings.jpegQuality());
        } catch (IOException e) {
            pictures.lost();
            throw e;
        }
    }

    /** A frame as it is handed over; if it had the picture and is lost, the next one carries it. */
    private record Made(Frame frame, PictureInterval pictures) implements OfferedFrame {

        @Override
        public Frame take() {
            return frame;
        }

        @Override
        public void drop() {
            if (frame.picture() != null) {
                pictures.lost();
            }
        }
    }

    /** A frame that is not made yet. */
    private final class Kept implements OfferedFrame {

        private final Stamp stamp;
        private final RetainedFrame picture;
        private final Instant arrivedAt;
        private final Share share;

        Kept(Stamp stamp, RetainedFrame picture, Instant arrivedAt, Share share) {
            this.stamp = stamp;
            this.picture = picture;
            this.arrivedAt = arrivedAt;
            this.share = share;
        }

        @Override
        public Frame take() throws IOException {
            try (picture) {
                return make(stamp, picture, arrivedAt, share);
            }
        }

        @Override
        public void drop() {
            picture.close();
        }
    }

    /** The stream begins again. */
    void restart() {
        clock.restart();
    }
}
