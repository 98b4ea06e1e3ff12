package io.vedette.operators.inference;

/**
 * What came of an {@link Item}.
 *
 * @param count how many elements of its key came out so far, this one among them; from keyed state,
 *     so it is {@code number + 1} exactly when none is lost, doubled or out of order
 * @param answer what the engine found; empty if it failed
 * @param failure why it failed; empty if it did not
 */
public record Counted(String key, int number, long count, String answer, String failure) {

    boolean failed() {
        return !failure.isEmpty();
    }

    /** Throws unless everything about it is as it must be. */
    void check() {
        if (count != number + 1L) {
            throw new AssertionError("Element %s must be the %dth.".formatted(this, number + 1));
        }
        if (failed() == answer.equals(key + "/" + number)) {
            throw new AssertionError("Element %s must have its own answer.".formatted(this));
        }
    }
}
