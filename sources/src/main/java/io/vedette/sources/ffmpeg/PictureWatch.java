package io.vedette.sources.ffmpeg;

import io.vedette.schema.CameraCause;
import io.vedette.sources.StreamException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Notices that packets come, but no picture that can be trusted is made of them. */
final class PictureWatch {

    private final @Nullable Duration timeout;
    private final LongSupplier nanos;
    private long sinceNanos;

    PictureWatch(@Nullable Duration timeout, LongSupplier nanos) {
        this.timeout = timeout;
        this.nanos = nanos;
        this.sinceNanos = nanos.getAsLong();
    }

    static PictureWatch of(Duration timeout) {
        return new PictureWatch(timeout, System::nanoTime);
    }

    static PictureWatch never() {
        return new PictureWatch(null, System::nanoTime);
    }

    void picture(boolean damaged) throws StreamException {
        if (damaged) {
            packet();
        } else {
            sinceNanos = nanos.getAsLong();
        }
    }

    /** Another packet is needed. */
    void packet() throws StreamException {
        if (timeout != null && nanos.getAsLong() - sinceNanos > timeout.toNanos()) {
            throw new StreamException(
                    CameraCause.NO_PICTURES,
                    "packets come, but no picture that is whole for %.1f s"
                            .formatted(timeout.toMillis() / 1000.0),
                    null);
        }
    }
}
