package io.vedette.quickstart;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/** Says what is being done, and how long it took. */
final class Progress {

    private final PrintWriter out;

    Progress(PrintWriter out) {
        this.out = out;
    }

    /** Does one step, and shows it as one line. */
    <T> T step(String what, Supplier<T> work) {
        out.print(what + " … ");
        out.flush();
        long begin = System.nanoTime();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            out.println(done ? seconds(System.nanoTime() - begin) : "failed");
            out.flush();
        }
    }

    /** Does one step that has no result. */
    void step(String what, Runnable work) {
        step(
                what,
                () -> {
                    work.run();
                    return what;
                });
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
