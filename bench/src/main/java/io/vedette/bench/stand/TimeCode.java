package io.vedette.bench.stand;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.OptionalLong;

/**
 * The time at which a picture was taken, as black and white fields in its upper third: 32 bits of
 * milliseconds and 8 that check them. So a picture that comes out of the job says itself when it
 * went in, whatever the clocks on its way say, and whether it is whole.
 */
public final class TimeCode {

    public static final int COLUMNS = 10;
    public static final int ROWS = 4;

    /** The share of a picture's height that the fields take. */
    public static final int SHARE = 3;

    /** In which the job must see pictures for {@link #read}. */
    public static final RasterSpec RASTER =
            new RasterSpec(160, 96, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);

    private static final int CHECK_BITS = 8;
    private static final int TIME_BITS = COLUMNS * ROWS - CHECK_BITS;
    private static final long TIME_MASK = (1L << TIME_BITS) - 1;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int MIDDLE = 128;

    private TimeCode() {}

    /** Whether a field is white, by its number from the left and the top. */
    public static boolean isWhite(long millis, int field) {
        long time = millis & TIME_MASK;
        return ((((time << CHECK_BITS) | check(time)) >> field) & 1) == 1;
    }

    private static long check(long time) {
        return ((time + 1) * MULTIPLIER) >>> (Long.SIZE - CHECK_BITS);
    }

    /**
     * The time in a picture, in milliseconds since 1970; nothing if its fields are not whole.
     *
     * @param now within three weeks of it
     */
    public static OptionalLong read(Raster raster, long now) {
        long code = 0;
        for (int field = COLUMNS * ROWS - 1; field >= 0; field--) {
            code = (code << 1) | (mean(raster, field) > MIDDLE ? 1 : 0);
        }
        long time = code >>> CHECK_BITS;
        if (check(time) != (code & ((1 << CHECK_BITS) - 1))) {
            return OptionalLong.empty();
        }
        long behind = (now - time) & TIME_MASK;
        return OptionalLong.of(now - (behind > TIME_MASK / 2 ? behind - TIME_MASK - 1 : behind));
    }

    /** Of the inner half of a field, in the first plane. */
    private static int mean(Raster raster, int field) {
        int width = raster.width() / COLUMNS;
        int height = raster.height() / SHARE / ROWS;
        int left = field % COLUMNS * width + width / 4;
        int top = field / COLUMNS * height + height / 4;
        int sum = 0;
        for (int y = top; y < top + height / 2; y++) {
            for (int x = left; x < left + width / 2; x++) {
                sum += raster.data()[y * raster.width() + x] & 0xFF;
            }
        }
        return sum / (width / 2 * (height / 2));
    }
}
