package io.vedette.operators.inference;

/** What became of one element's inference. */
sealed interface Outcome<R> {

    record Success<R>(R result) implements Outcome<R> {}

    record Failure<R>(Exception cause) implements Outcome<R> {}
}
