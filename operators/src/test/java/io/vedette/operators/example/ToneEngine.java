package io.vedette.operators.example;

import io.vedette.operators.inference.InferenceEngine;
import io.vedette.operators.inference.InferenceEngineFactory;
import java.util.ArrayList;
import java.util.List;

/** A model of the tone of texts: how much of a text is shouted, 0 to 1. */
final class ToneEngine implements InferenceEngine<Message, Double> {

    /** Travels with the job; {@link #create} runs where the engine will. */
    static final class Factory implements InferenceEngineFactory<Message, Double> {

        @Override
        public String name() {
            return "tone-1";
        }

        @Override
        public InferenceEngine<Message, Double> create(Place place) {
            return new ToneEngine(); // load the model here
        }
    }

    @Override
    public String device() {
        return "cpu";
    }

    @Override
    public int maxBatchSize() {
        return 8;
    }

    @Override
    public List<Double> infer(List<Message> batch) {
        List<Double> tones = new ArrayList<>();
        for (Message message : batch) {
            tones.add(tone(message.text()));
        }
        return tones;
    }

    private static double tone(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Text must not be blank.");
        }
        return (double) text.chars().filter(Character::isUpperCase).count() / text.length();
    }

    @Override
    public void close() {} // free the model here
}
