package io.vedette.operators.inference;

import io.vedette.operators.inference.InferenceEngineFactory.Place;
import io.vedette.operators.inference.Outcome.Failure;
import io.vedette.operators.inference.Outcome.Success;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a queue with an engine that it makes, runs and closes, all on one thread. A batch that
 * fails is tried again element by element, so that one bad element costs no other its result.
 *
 * <p>Another thread may give up a run that does not return. The worker then does nothing more than
 * close its engine whenever it does.
 */
final class EngineWorker<IN, R> {

    private static final Logger LOG = LoggerFactory.getLogger(EngineWorker.class);

    private final InferenceEngineFactory<IN, R> factory;
    private final Place place;
    private final Duration pause;
    private @Nullable InferenceEngine<IN, R> engine;
    private int generation;
    private volatile @Nullable Run<IN, R> run;

    /**
     * @param pause between attempts to make an engine
     */
    EngineWorker(InferenceEngineFactory<IN, R> factory, Place place, Duration pause) {
        this.factory = factory;
        this.place = place;
        this.pause = pause;
    }

    Place place() {
        return place;
    }

    /** The batch that it works on; for any thread. */
    @Nullable Run<IN, R> run() {
        return run;
    }

    /** Makes the first engine. */
    InferenceEngine<IN, R> open() throws Exception {
        InferenceEngine<IN, R> made = factory.create(place);
        engine = made;
        return made;
    }

    /**
     * Works until the queue is closed or a run was given up.
     *
     * @param deliver takes answers
     */
    void serve(WorkQueue<IN, R> queue, Consumer<List<Answer<IN, R>>> deliver)
            throws InterruptedException {
        if (engine != null) {
            queue.engineMade();
        }
        boolean mine = true;
        while (mine && !queue.isClosed()) {
            InferenceEngine<IN, R> ready = ready(queue);
            Run<IN, R> next = ready == null ? null : queue.take(place.number(), generation);
            if (ready != null && next != null) {
                mine = served(next, ready, queue, deliver);
            }
        }
    }

    /** The engine, made anew if need be; null after a failure. */
    private @Nullable InferenceEngine<IN, R> ready(WorkQueue<IN, R> queue)
            throws InterruptedException {
        int wanted = queue.generation();
        InferenceEngine<IN, R> present = engine;
        if (present != null && generation == wanted) {
            return present;
        }
        if (present != null) {
            queue.engineGone();
            close();
        }
        try {
            InferenceEngine<IN, R> made = open();
            generation = wanted;
            queue.engineMade();
            return made;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warn("Model '{}': an engine cannot be made.", factory.name(), e);
            queue.notMade(e, pause.toNanos());
            return null;
        }
    }

    private boolean served(
            Run<IN, R> taken,
            InferenceEngine<IN, R> ready,
            WorkQueue<IN, R> queue,
            Consumer<List<Answer<IN, R>>> deliver) {
        run = taken;
        infer(taken, taken.batch(), ready, queue);
        List<Answer<IN, R>> answers = taken.end();
        if (answers == null) {
            return false;
        }
        run = null;
        queue.done(place.number(), answers);
        deliver.accept(answers);
        return true;
    }

    private void infer(
            Run<IN, R> into,
            List<Pending<IN, R>> part,
            InferenceEngine<IN, R> ready,
            WorkQueue<IN, R> queue) {
        if (!into.begin(part)) {
            return;
        }
        try {
            into.answer(results(part, ready));
        } catch (ContractBroken e) {
            throw e;
        } catch (Exception e) {
            if (part.size() == 1) {
                into.answer(List.of(new Failure<>(e)));
                return;
            }
            into.interrupt();
            int step = 1;
            if (e instanceof DeviceMemoryException) {
                queue.shrink(part.size());
                step = (part.size() + 1) / 2;
            }
            for (int from = 0; from < part.size(); from += step) {
                infer(into, part.subList(from, Math.min(part.size(), from + step)), ready, queue);
            }
        }
    }

    private List<Outcome<R>> results(List<Pending<IN, R>> part, InferenceEngine<IN, R> ready)
            throws Exception {
        List<IN> elements = new ArrayList<>(part.size());
        for (Pending<IN, R> pending : part) {
            elements.add(pending.element);
        }
        List<R> results = ready.infer(elements);
        if (results.size() != part.size()) {
            throw new ContractBroken(
                    "Model '%s': inference of %d elements must give as many results but gave %d."
                            .formatted(factory.name(), part.size(), results.size()));
        }
        List<Outcome<R>> outcomes = new ArrayList<>(part.size());
        for (R result : results) {
            outcomes.add(new Success<>(result));
        }
        return outcomes;
    }

    /** Closes the engine, if there is one. */
    void close() {
        InferenceEngine<IN, R> closed = engine;
        engine = null;
        if (closed != null) {
            try {
                closed.close();
            } catch (RuntimeException e) {
                LOG.warn("Model '{}': an engine could not be closed.", factory.name(), e);
            }
        }
    }

    private static final class ContractBroken extends RuntimeException {
        ContractBroken(String message) {
            super(message);
        }
    }
}
