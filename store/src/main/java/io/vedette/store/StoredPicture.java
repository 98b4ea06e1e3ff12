package io.vedette.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest picture of a camera.
 *
 * @param capturedAt when it was taken
 * @param jpeg at its full size; null where the caller has it already
 */
@SuppressWarnings("ArrayRecordComponent") // it is read, never compared
public record StoredPicture(Instant capturedAt, byte @Nullable [] jpeg) {}
