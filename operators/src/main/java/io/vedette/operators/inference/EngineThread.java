package io.vedette.operators.inference;

import io.vedette.operators.inference.InferenceEngineFactory.Place;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** The daemon thread of one {@link EngineWorker}, from the making of its engine to its closing. */
final class EngineThread<IN, R> {

    private final InferenceEngineFactory<IN, R> factory;
    private final BreakerSettings pauses;
    private final EngineWorker<IN, R> worker;
    private final Thread thread;
    private final CompletableFuture<InferenceEngine<IN, R>> opened = new CompletableFuture<>();
    private final CompletableFuture<Service<IN, R>> service;

    /** What it serves, known once the first engine is. */
    private record Service<IN, R>(
            WorkQueue<IN, R> queue,
            Consumer<List<Answer<IN, R>>> deliver,
            Consumer<Throwable> fatal) {}

    private EngineThread(
            InferenceEngineFactory<IN, R> factory,
            Place place,
            BreakerSettings pauses,
            CompletableFuture<Service<IN, R>> service) {
        this.factory = factory;
        this.service = service;
        this.pauses = pauses;
        this.worker = new EngineWorker<>(factory, place, pauses.firstPause());
        this.thread =
                new Thread(
                        this::live, "Inference %d of %s".formatted(place.number(), factory.name()));
        thread.setDaemon(true);
    }

    /** Begins to make an engine. */
    static <IN, R> EngineThread<IN, R> open(
            InferenceEngineFactory<IN, R> factory, Place place, BreakerSettings pauses) {
        EngineThread<IN, R> opening =
                new EngineThread<>(factory, place, pauses, new CompletableFuture<>());
        opening.thread.start();
        return opening;
    }

    /**
     * Waits for the engine.
     *
     * @throws Exception what the factory throws
     */
    InferenceEngine<IN, R> opened() throws Exception {
        try {
            return opened.get();
        } catch (ExecutionException e) {
            ExceptionUtils.rethrowException(e.getCause());
            throw e;
        }
    }

    /** Lets it work. */
    void serve(
            WorkQueue<IN, R> queue,
            Consumer<List<Answer<IN, R>>> deliver,
            Consumer<Throwable> fatal) {
        service.complete(new Service<>(queue, deliver, fatal));
    }

    /** Another in its place, for the same service; it makes its engine when it can. */
    EngineThread<IN, R> successor() {
        EngineThread<IN, R> next = new EngineThread<>(factory, worker.place(), pauses, service);
        next.opened.cancel(false);
        next.thread.start();
        return next;
    }

    private void live() {
        Consumer<Throwable> fatal = error -> {};
        try {
            boolean ready = opened.isDone() || open();
            if (ready) {
                Service<IN, R> served = service.get();
                fatal = served.fatal();
                worker.serve(served.queue(), served.deliver());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            Run<IN, R> run = worker.run();
            if (run == null || !run.isOver()) { // else it was given up, and replaced
                fatal.accept(e);
            }
        } finally {
            worker.close();
        }
    }

    private boolean open() {
        try {
            return opened.complete(worker.open());
        } catch (Throwable e) {
            opened.completeExceptionally(e);
            return false;
        }
    }

    @Nullable Run<IN, R> run() {
        return worker.run();
    }

    /** Of its engine, from 0. */
    int number() {
        return worker.place().number();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Wakes it where it waits in Java; a native call goes on. */
    void stop() {
        service.cancel(false);
        thread.interrupt();
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }
}
