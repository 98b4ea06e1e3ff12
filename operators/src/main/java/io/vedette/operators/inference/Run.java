package io.vedette.operators.inference;

import io.vedette.operators.inference.Answer.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way through an engine, in one call or, after a failure, in several for parts of
 * it. It ends once: normally, or given up by another thread while a call does not return.
 */
final class Run<IN, R> {

    private final List<Pending<IN, R>> batch;
    private final List<Answer<IN, R>> answers = new ArrayList<>();
    private List<Pending<IN, R>> tried = List.of();
    private long beganNanos;
    private boolean over;

    Run(List<Pending<IN, R>> batch) {
        this.batch = batch;
    }

    /**
     * What is left of a run that was given up.
     *
     * @param answers those there are, and the failure of an element that was alone in the call
     * @param again elements that had no answer, and may not be to blame
     */
    record Remains<IN, R>(List<Answer<IN, R>> answers, List<Pending<IN, R>> again) {}

    List<Pending<IN, R>> batch() {
        return batch;
    }

    /** Says that a call begins; false if the run was given up, so that there must be none. */
    synchronized boolean begin(List<Pending<IN, R>> part) {
        if (over) {
            return false;
        }
        tried = part;
        beganNanos = System.nanoTime();
        return true;
    }

    /** Takes what came of the call that began last, for each of its elements. */
    synchronized void answer(List<Outcome<R>> outcomes) {
        if (over) {
            return;
        }
        Span span = new Span(tried.size(), beganNanos, System.nanoTime());
        for (int i = 0; i < outcomes.size(); i++) {
            answers.add(new Answer<>(tried.get(i), outcomes.get(i), span));
        }
        tried = List.of();
    }

    /** Says that the call that began last failed and its elements will be tried otherwise. */
    synchronized void interrupt() {
        tried = List.of();
    }

    /** Whether it ended, in either way. */
    synchronized boolean isOver() {
        return over;
    }

    /** All answers; null if the run was given up. */
    synchronized @Nullable List<Answer<IN, R>> end() {
        if (over) {
            return null;
        }
        over = true;
        return answers;
    }

    /** Gives the run up if its call takes longer than it may; null if it does not. */
    synchronized @Nullable Remains<IN, R> giveUp(long now, long timeoutNanos) {
        if (over || tried.isEmpty() || now - beganNanos <= timeoutNanos) {
            return null;
        }
        over = true;
        List<Pending<IN, R>> again = new ArrayList<>(batch);
        again.removeAll(answers.stream().map(Answer::pending).toList());
        if (tried.size() == 1) {
            Pending<IN, R> hung = tried.get(0);
            again.remove(hung);
            Exception cause =
                    new InferenceTimeoutException(
                            "Inference did not return within %d ms."
                                    .formatted(timeoutNanos / 1_000_000));
            answers.add(
                    new Answer<>(hung, new Outcome.Failure<>(cause), new Span(1, beganNanos, now)));
        }
        return new Remains<>(List.copyOf(answers), again);
    }
}
