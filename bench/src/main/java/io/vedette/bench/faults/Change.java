package io.vedette.bench.faults;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A camera came into a state.
 *
 * @param at in milliseconds since 1970
 */
record Change(long at, CameraState state, @Nullable CameraCause cause) {

    /** For people. */
    String text() {
        return cause == null ? label(state) : "%s (%s)".formatted(label(state), label(cause));
    }

    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
