package io.vedette.operators.inference;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon thread that checks something several times within a timeout. */
final class Overseer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Overseer.class);

    private static final int CHECKS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final String model;
    private final Runnable check;
    private final ScheduledExecutorService executor;
    private final ScheduledFuture<?> checks;

    Overseer(String model, Duration timeout, Runnable check) {
        this.model = model;
        this.check = check;
        this.executor =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "Overseer of " + model);
                            thread.setDaemon(true);
                            return thread;
                        });
        long nanos = Math.max(1, Math.min(timeout.toNanos() / CHECKS, LONGEST.toNanos()));
        this.checks =
                executor.scheduleWithFixedDelay(
                        this::checkSafely, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private void checkSafely() {
        try {
            check.run();
        } catch (RuntimeException e) {

            LOG.error("Model '{}': its engines cannot be checked.", model, e);
        }
    }

    @Override
    public void close() {
        checks.cancel(false);
        executor.shutdown();
    }
}
