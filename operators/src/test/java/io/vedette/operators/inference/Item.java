package io.vedette.operators.inference;

/**
 * An element of a proof: the {@code number}th of its key, from 0.
 *
 * @param pixels what must never be in a checkpoint
 */
public record Item(String key, int number, int priority, double weight, Fate fate, String pixels) {

    static final String PIXELS = "pixels-of-an-element";

    static Item of(String key, int number, Fate fate) {
        return new Item(key, number, 0, 1, fate, PIXELS);
    }

    /** What an engine finds in it. */
    String answer() {
        return key + "/" + number;
    }
}
