package io.vedette.operators.example;

/**
 * A text and its tone.
 *
 * @param number of the author's messages so far, this one among them
 * @param tone 0 to 1
 */
public record ScoredMessage(String author, long number, String text, double tone) {}
