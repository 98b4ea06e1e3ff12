package io.vedette.operators;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which an operator loads its model, infers in the order of submission, and
 * closes the model. ONNX Runtime keeps memory on a GPU for every thread that a session meets.
 *
 * <p>A batch that fails is tried again element by element, so that one bad element costs no other
 * its result. Only an {@link Error}, or a function that breaks its contract, is fatal.
 */
final class InferenceThread<IN, R> {

    private static final Logger LOG = LoggerFactory.getLogger(InferenceThread.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final String name;
    private final BatchInferenceFunction<IN, R, ?> function;
    private final ExecutorService executor;

    InferenceThread(String name, BatchInferenceFunction<IN, R, ?> function) {
        this.name = name;
        this.function = function;
        this.executor =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread thread = new Thread(task, "Inference of " + name);
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Loads what the function infers with, and waits for it.
     *
     * @throws Exception what the function throws
     */
    void load() throws Exception {
        Future<?> loaded =
                executor.submit(
                        () -> {
                            function.load();
                            return null;
                        });
        try {
            loaded.get();
        } catch (ExecutionException e) {
            ExceptionUtils.rethrowException(e.getCause());
        }
    }

    /**
     * Infers a batch; both callbacks run on the inference thread.
     *
     * @param done takes the outcomes, in the order of the batch, and the times at which inference
     *     began and ended
     * @param fatal takes what no element is to blame for
     */
    void submit(
            List<IN> batch, BiConsumer<List<Outcome<R>>, Span> done, Consumer<Throwable> fatal) {
        executor.execute(
                () -> {
                    try {
                        long began = System.nanoTime();
                        List<Outcome<R>> outcomes = inferBatch(batch);
                        done.accept(outcomes, new Span(began, System.nanoTime()));
                    } catch (Throwable e) {
                        fatal.accept(e);
                    }
                });
    }

    /**
     * Closes the function behind the batch that runs, if any, and waits a bounded time for it. An
     * inference that hangs is left to its daemon thread: its session must not be closed under it.
     */
    void close() throws InterruptedException {
        executor.execute(this::closeFunction);
        executor.shutdown();
        if (!executor.awaitTermination(CLOSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.error(
                    "Operator '{}': inference did not end within {} s; its model is closed when it does.",
                    name,
                    CLOSE_TIMEOUT.toSeconds());
        }
    }

    private void closeFunction() {
        try {
            function.close();
        } catch (Exception e) {
            LOG.warn("Operator '{}': its model could not be closed.", name, e);
        }
    }

    private List<Outcome<R>> inferBatch(List<IN> batch) {
        try {
            List<Outcome<R>> outcomes = new ArrayList<>(batch.size());
            for (R result : inferChecked(batch)) {
                outcomes.add(new Outcome.Success<>(result));
            }
            return outcomes;
        } catch (ContractBroken e) {
            throw e;
        } catch (Exception e) {
            return batch.size() == 1 ? List.of(new Outcome.Failure<>(e)) : inferOneByOne(batch);
        }
    }

    private List<Outcome<R>> inferOneByOne(List<IN> batch) {
        List<Outcome<R>> outcomes = new ArrayList<>(batch.size());
        for (IN element : batch) {
            outcomes.addAll(inferBatch(List.of(element)));
        }
        return outcomes;
    }

    private List<R> inferChecked(List<IN> batch) throws Exception {
        List<R> results = function.infer(batch);
        if (results.size() != batch.size()) {
            throw new ContractBroken(
                    "Operator '%s': inference of %d elements must give as many results but gave %d."
                            .formatted(name, batch.size(), results.size()));
        }
        return results;
    }

    /** When an inference began and ended, by {@link System#nanoTime}. */
    record Span(long beganNanos, long endedNanos) {}

    private static final class ContractBroken extends RuntimeException {
        ContractBroken(String message) {
            super(message);
        }
    }
}
