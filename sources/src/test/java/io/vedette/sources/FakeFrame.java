package io.vedette.sources;

import io.vedette.schema.ColorOrder;
import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A small picture of nothing. */
record FakeFrame(Duration mediaTime, boolean damaged) implements DecodedFrame {

    @Override
    public @Nullable Instant sentAt() {
        return null;
    }

    @Override
    public int skipped() {
        return 0;
    }

    @Override
    public long fingerprint() {
        return mediaTime.toNanos();
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
    public Raster raster(RasterSpec spec) {
        Placement placement = spec.place(width(), height());
        return new Raster(
                spec.width(), spec.height(), ColorOrder.BGR, placement, new byte[spec.size()]);
    }

    @Override
    public byte[] picture(int quality) {
        return new byte[] {(byte) quality};
    }
}
