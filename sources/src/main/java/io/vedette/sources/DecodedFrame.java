package io.vedette.sources;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decoded picture that its stream still owns. */
public interface DecodedFrame extends Pixels {

    /** Presentation time since the first frame of the stream. */
    Duration mediaTime();

    /**
     * When the camera says that the picture was taken, from its RTCP sender reports; null where it
     * says nothing.
     */
    @Nullable Instant sentAt();

    /**
     * How many pictures came between the one before and this one that were passed over undecoded,
     * since they are not wanted.
     */
    int skipped();

    /**
     * A number that is the same for the same pixels, and for others almost never, made of a sample
     * of them.
     */
    long fingerprint();

    /** Whether data was lost, so that the picture cannot be trusted. */
    boolean damaged();

    /** The same picture, to keep; no pixels are copied. */
    RetainedFrame retain() throws IOException;
}
