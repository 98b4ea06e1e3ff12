package io.vedette.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A picture and what was seen in that very picture. Its identity is that of its result.
 *
 * @param result what a model saw
 * @param jpeg the picture at its full size, {@code result.width} × {@code result.height}
 */
public record Snapshot(FrameResult result, byte[] jpeg) {

    public Snapshot {
        if (jpeg.length < 2 || jpeg[0] != (byte) 0xFF || jpeg[1] != (byte) 0xD8) {
            throw new IllegalArgumentException(
                    "Snapshot picture must be a JPEG, which begins with FF D8, but was %s."
                            .formatted(beginning(jpeg)));
        }
    }

    private static String beginning(byte[] bytes) {
        return bytes.length < 2
                ? "%d bytes long".formatted(bytes.length)
                : "%02X %02X".formatted(bytes[0], bytes[1]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Snapshot that
                && result.equals(that.result)
                && Arrays.equals(jpeg, that.jpeg);
    }

    @Override
    public int hashCode() {
        return result.hashCode();
    }

    @Override
    public String toString() {
        return "Snapshot[%s #%d %s, %d bytes]"
                .formatted(result.camera(), result.sequence(), result.capturedAt(), jpeg.length);
    }
}
