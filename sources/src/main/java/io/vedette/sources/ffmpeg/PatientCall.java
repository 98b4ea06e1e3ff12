package io.vedette.sources.ffmpeg;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A blocking call that cannot be interrupted, made in a daemon thread of its own and given up when
 * the deadline passes or the stream is cancelled. What it gives after that is closed, if it can be.
 */
final class PatientCall {

    private static final long LOOK_MILLIS = 50;

    private PatientCall() {}

    /**
     * @throws IOException what the call throws
     * @throws TimeoutException if it was given up
     */
    static <T> T of(String name, Callable<T> call, Deadline deadline)
            throws IOException, TimeoutException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> make(call, result), name);
        thread.setDaemon(true);
        thread.start();
        while (!deadline.cancelled() && !deadline.passed()) {
            try {
                return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // looks whether to go on
            } catch (ExecutionException e) {
                throw unwrapped(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        result.cancel(false);
        throw new TimeoutException(name);
    }

    private static <T> void make(Callable<T> call, CompletableFuture<T> result) {
        try {
            T value = call.call();
            if (!result.complete(value) && value instanceof AutoCloseable unwanted) {
                unwanted.close();
            }
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }

    private static IOException unwrapped(ExecutionException failure) {
        return failure.getCause() instanceof IOException e ? e : new IOException(failure);
    }
}
