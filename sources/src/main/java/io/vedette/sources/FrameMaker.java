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
 * <p>Used by one thread.
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
        return make(stamp, decoded, Share.EQUAL);
    }

    @SuppressWarnings("NullAway") // it does not see that the array of a compact record may be null
    private Frame make(Stamp stamp, DecodedFrame decoded, Share share) throws IOException {
        Instant arrivedAt = Instant.now();
        RasterSpec spec = settings.raster();
        return new Frame(
                camera,
                stamp.sequence(),
                stamp.capturedAt(),
                arrivedAt,
                decoded.width(),
                decoded.height(),
                spec == null ? null : decoded.raster(spec),
                picture(stamp.capturedAt(), decoded),
                share);
    }

    private byte @Nullable [] picture(Instant capturedAt, DecodedFrame decoded) throws IOException {
        return pictures.isDue(capturedAt) ? decoded.picture(settings.jpegQuality()) : null;
    }

    /** A frame to offer, whose pixels are made now. */
    OfferedFrame offer(Stamp stamp, DecodedFrame decoded, Share share) throws IOException {
        return new Made(make(stamp, decoded, share), pictures);
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

    /** The stream begins again. */
    void restart() {
        clock.restart();
    }
}
