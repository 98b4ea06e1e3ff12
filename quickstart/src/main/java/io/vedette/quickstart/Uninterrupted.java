package io.vedette.quickstart;

/** Cleaning up, which an interrupt must not cut short. */
final class Uninterrupted {

    private Uninterrupted() {}

    /** Does the work with the thread's interrupt flag lowered, and raises it again afterwards. */
    static void run(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
