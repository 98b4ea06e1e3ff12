package io.vedette.quickstart;

/** The thread was asked to stop while it waited; its interrupt flag is set again. */
final class Interrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Interrupted(Throwable cause) {
        super("Interrupted while waiting", cause);
        Thread.currentThread().interrupt();
    }
}
