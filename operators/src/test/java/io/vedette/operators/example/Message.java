package io.vedette.operators.example;

/** What somebody wrote. */
public record Message(String author, String text) {}
