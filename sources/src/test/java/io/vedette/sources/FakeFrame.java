package io.vedette.sources;

import io.vedette.schema.ColorOrder;
import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A picture of 4 x 2 that is what its parts say. */
record FakeFrame(Duration mediaTime, boolean damaged, int skipped, long fingerprint)
        implements DecodedFrame {

    private static final long UNSCALABLE = -1;

    /** A picture like no other of another time. */
    FakeFrame(Duration mediaTime, boolean damaged) {
        this(mediaTime, damaged, 0, mediaTime.toNanos());
    }

    /** A picture like no other. */
    static FakeFrame at(Duration mediaTime) {
        return new FakeFrame(mediaTime, false, 0, mediaTime.toNanos());
    }

    static FakeFrame showing(long fingerprint) {
        return new FakeFrame(Duration.ZERO, false, 0, fingerprint);
    }

    /** Of which no pixels can be made. */
    static FakeFrame unscalable() {
        return new FakeFrame(Duration.ZERO, false, 0, UNSCALABLE);
    }

    FakeFrame damage() {
        return new FakeFrame(mediaTime, true, skipped, fingerprint);
    }

    FakeFrame after(int skippedOnes) {
        return new FakeFrame(mediaTime, damaged, skippedOnes, fingerprint);
    }

    @Override
    public @Nullable Instant sentAt() {
        return null;
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public int height() {
        return 2;
    }

    @Override
    public Raster raster(RasterSpec spec) throws IOException {
        scale();
        Placement placement = spec.place(width(), height());
        return new Raster(
                spec.width(), spec.height(), ColorOrder.BGR, placement, new byte[spec.size()]);
    }

    @Override
    public byte[] picture(int quality) throws IOException {
        scale();
        return new byte[] {(byte) quality};
    }

    private void scale() throws IOException {
        if (fingerprint == UNSCALABLE) {
            throw new IOException("scaling");
        }
    }

    @Override
    public RetainedFrame retain() {
        return new FakeRetainedFrame(this);
    }
}
