package io.vedette.operators.inference;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a model out of service that only fails, and tries it again with one element after a pause
 * (the circuit breaker of Nygard, "Release It!"). Not safe for concurrent use.
 */
final class Breaker {

    /** Longer than any wait, and short enough to be added to any time. */
    static final long NEVER = Long.MAX_VALUE / 2;

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final String model;
    private final BreakerSettings settings;
    private State state = State.CLOSED;
    private int failuresInARow;
    private long pauseNanos;
    private long tryAtNanos;
    private String lastFailure = "";

    enum State {
        /** The model is in service. */
        CLOSED(0),
        /** It is out of service, and one element is tried. */
        PROBING(1),
        /** It is out of service until the pause is over. */
        OPEN(2);

        private final int code;

        State(int code) {
            this.code = code;
        }

        /** The value of the metric {@code breaker}. */
        int code() {
            return code;
        }
    }

    Breaker(String model, BreakerSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    State state() {
        return state;
    }

    /** How long nothing may be tried; 0 for not at all, {@link #NEVER} while a probe runs. */
    long waitNanos(long now) {
        return switch (state) {
            case CLOSED -> 0;
            case PROBING -> NEVER;
            case OPEN -> Math.max(0, tryAtNanos - now);
        };
    }

    /** A batch is taken; out of service it must be of one element. */
    void taken() {
        if (state == State.OPEN) {
            state = State.PROBING;
        }
    }

    /** An element has a result. */
    void succeeded() {
        failuresInARow = 0;
        if (state != State.CLOSED) {
            state = State.CLOSED;
            LOG.info("Model '{}' answers again and is back in service.", model);
        }
    }

    /**
     * An element, or the making of an engine, failed.
     *
     * @return whether the model is out of service now and needs new engines
     */
    boolean failed(Exception cause, long now) {
        failuresInARow++;
        lastFailure = String.valueOf(cause.getMessage());
        if (state == State.CLOSED && failuresInARow < settings.failures()) {
            return false;
        }
        if (state == State.OPEN) { // begun before
            return false;
        }
        pauseNanos =
                state == State.CLOSED
                        ? settings.firstPause().toNanos()
                        : Math.min(2 * pauseNanos, settings.maxPause().toNanos());
        state = State.OPEN;
        tryAtNanos = now + pauseNanos;
        LOG.error(
                "Model '{}' is out of service: it failed {} times in a row, next try in {} s. Last failure: {}",
                model,
                failuresInARow,
                String.format(Locale.ROOT, "%.1f", pauseNanos / 1e9),
                lastFailure,
                cause);
        return true;
    }

    /** Why elements get no result, in a sentence. */
    String reason() {
        return "Model '%s' is out of service: it failed %d times in a row. Last failure: %s"
                .formatted(model, failuresInARow, lastFailure);
    }
}
