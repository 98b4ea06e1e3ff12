package io.vedette.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Waits until something is so, but no longer than a limit, and not when a part has ended meanwhile.
 *
 * @param failure completes with a sentence for people when a part ends
 * @param limit the longest wait
 */
record Patience(CompletableFuture<String> failure, Duration limit) {

    private static final long STEP_MILLIS = 100;

    /**
     * Returns when the condition holds.
     *
     * @throws UserError if a part has ended, or with the given sentence at the limit
     */
    void until(BooleanSupplier condition, String otherwise) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new UserError(otherwise);
            }
            pause();
        }
    }

    private void pause() {
        try {
            throw new UserError(failure.get(STEP_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            // nothing has ended
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot watch the parts", e.getCause());
        }
    }
}
