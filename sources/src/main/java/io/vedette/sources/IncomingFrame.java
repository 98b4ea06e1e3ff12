package io.vedette.sources;

import io.vedette.schema.DeadLetter;
import io.vedette.schema.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A record of the frames topic: either a frame or, where it was malformed, a dead letter.
 *
 * @param frame the frame, with its picture and no raster
 * @param deadLetter the record as it was, with the reason
 */
public record IncomingFrame(@Nullable Frame frame, @Nullable DeadLetter deadLetter) {

    public IncomingFrame {
        if ((frame == null) == (deadLetter == null)) {
            throw new IllegalArgumentException(
                    "An incoming frame must be either a frame or a dead letter.");
        }
    }
}
