package io.vedette.sources.ffmpeg;

import io.vedette.schema.CameraCause;
import io.vedette.sources.StreamException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Notices that packets come, but no picture is made of them. */
final class DecodeWatch {

    private final @Nullable Duration timeout;
    private final LongSupplier nanos;
    private long sinceNanos;

    /**
     * @param timeout null means for ever
     */
    DecodeWatch(@Nullable Duration timeout, LongSupplier nanos) {
        this.timeout = timeout;
        this.nanos = nanos;
        this.sinceNanos = nanos.getAsLong();
    }

    void picture() {
        sinceNanos = nanos.getAsLong();
    }

    /** Another packet is needed. */
    void packet() throws StreamException {
        if (timeout != null && nanos.getAsLong() - sinceNanos > timeout.toNanos()) {
            throw new StreamException(
                    CameraCause.NO_PICTURES,
                    "packets come, but no picture for %.1f s".formatted(timeout.toMillis() / 1e3),
                    null);
        }
    }
}
