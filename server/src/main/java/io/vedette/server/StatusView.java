package io.vedette.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import io.vedette.schema.CameraUri;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a camera does, as clients see it: what the job told last, unless that can no longer be true.
 *
 * @param state one of {@link #STATES}
 * @param lastKnown the state that was told last, where it is not believed any more
 * @param cause why the camera is not live
 * @param message the same in a sentence, or why its state is not known
 * @param since since when; null where nobody knows
 * @param attempt how many attempts to open it failed since it was live last
 * @param nextAttemptAt when it is opened again
 * @param video what it sends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "state",
    "lastKnown",
    "cause",
    "message",
    "since",
    "attempt",
    "nextAttemptAt",
    "video"
})
record StatusView(
        String state,
        @Nullable String lastKnown,
        @Nullable CameraCause cause,
        @Nullable String message,
        @Nullable Instant since,
        int attempt,
        @Nullable Instant nextAttemptAt,
        CameraStatus.@Nullable Video video) {

    /** Where nobody can tell how the camera does. */
    static final String UNKNOWN = "unknown";

    /** Every state, the ones that the job tells and {@link #UNKNOWN}. */
    static final List<String> STATES =
            Stream.concat(
                            Arrays.stream(CameraState.values()).map(StatusView::name),
                            Stream.of(UNKNOWN))
                    .toList();

    /** As the job told it. */
    static StatusView told(CameraStatus status) {
        return new StatusView(
                name(status.state()),
                null,
                status.cause(),
                status.message() == null ? null : CameraUri.redact(status.message()),
                status.since(),
                status.attempt(),
                status.nextAttemptAt(),
                status.video());
    }

    /** The camera is in the list, but not to be watched. */
    static StatusView disabled() {
        return new StatusView(name(CameraState.DISABLED), null, null, null, null, 0, null, null);
    }

    /** The job told nothing. */
    static StatusView unknown(String message) {
        return new StatusView(UNKNOWN, null, null, message, null, 0, null, null);
    }

    /** What the job told is not believed any more. */
    static StatusView doubted(CameraStatus status, String message, @Nullable Instant since) {
        String told = name(status.state());
        return new StatusView(
                UNKNOWN, told, null, message, since, status.attempt(), null, status.video());
    }

    private static String name(CameraState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
