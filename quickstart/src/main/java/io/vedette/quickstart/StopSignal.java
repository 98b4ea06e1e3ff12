package io.vedette.quickstart;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C and its relatives. The first one asks for an orderly stop: it completes {@link
 * #requested()} and interrupts the given thread. The second one ends the process at once; child
 * processes then end by themselves.
 */
final class StopSignal {

    private static final int SIGNALLED = 128;
    private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CompletableFuture<Integer> requested = new CompletableFuture<>();
    private final Thread toInterrupt;

    private StopSignal(Thread toInterrupt) {
        this.toInterrupt = toInterrupt;
    }

    /** Listens from now on, instead of the virtual machine's own way to end. */
    static StopSignal install(Thread toInterrupt) {
        StopSignal stop = new StopSignal(toInterrupt);
        NUMBERS.forEach((name, number) -> handle(name, () -> stop.receive(SIGNALLED + number)));
        return stop;
    }

    /**
     * Only {@code sun.misc.Signal} can tell a second Ctrl-C from the first. It is supported but not
     * in the language's own API, so the compiler warns of every use that it sees.
     */
    private static void handle(String name, Runnable reaction) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (self, method, arguments) -> {
                                reaction.run();
                                return null;
                            });
            Method handle = signal.getMethod("handle", signal, handler);
            handle.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot listen to signal " + name, e);
        }
    }

    /**
     * Interrupts before it completes, so that whoever sees the completion cleans up undisturbed.
     */
    private void receive(int exitCode) {
        if (asked.compareAndSet(false, true)) {
            toInterrupt.interrupt();
            requested.complete(exitCode);
        } else {
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** Completes with the exit code when a stop is asked for. */
    CompletableFuture<Integer> requested() {
        return requested;
    }

    boolean isRequested() {
        return asked.get();
    }

    /** The exit code of the stop that was asked for. */
    int exitCode() {
        return requested.join();
    }
}
