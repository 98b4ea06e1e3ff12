package io.vedette.operators.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A job drawn by chance: what comes in, what the engines are like and how they are used. The same
 * seed draws the same.
 *
 * @param input elements and watermarks, in the order in which they come
 */
record Scenario(long seed, List<Step> input, FatefulEngines engines, InferenceSettings settings) {

    private static final Duration ENDLESS = Duration.ofMinutes(5);

    /** What comes in. */
    sealed interface Step {

        record Element(Item item, long timestamp) implements Step {}

        record Mark(long timestamp) implements Step {}

        /** No more watermarks for now, or some again. */
        record Idleness(boolean idle) implements Step {}
    }

    /** With every fate but those that cost time. */
    static Scenario of(long seed) {
        return draw(seed, ENDLESS, false);
    }

    /** With a few elements that hang beside the others. */
    static Scenario withHangs(long seed, Duration timeout) {
        return draw(seed, timeout, true);
    }

    Stream<Item> items() {
        return input.stream()
                .filter(Step.Element.class::isInstance)
                .map(step -> ((Step.Element) step).item());
    }

    private static Scenario draw(long seed, Duration timeout, boolean hangs) {
        Random random = new Random(seed);
        int batch = 1 + random.nextInt(6);
        int engines = 1 + random.nextInt(3);
        InferenceSettings settings =
                InferenceSettings.of(
                                new BatchSettings(
                                        batch,
                                        random.nextBoolean() ? null : 1 + random.nextInt(batch),
                                        Duration.ofMillis(random.nextInt(3))))
                        .withEngines(engines)
                        .withCapacity(1 + random.nextInt(batch * (engines + 1)))
                        .withTimeout(timeout)
                        .withBreaker(
                                new BreakerSettings(
                                        Integer.MAX_VALUE,
                                        Duration.ofMillis(1),
                                        Duration.ofMillis(1)));
        int room = random.nextInt(3) == 0 ? 1 + random.nextInt(batch) : batch;
        int maxMicros = random.nextInt(4) == 0 ? 0 : random.nextInt(200);
        return new Scenario(
                seed,
                input(random, hangs),
                new FatefulEngines("model-" + seed + (hangs ? "-hangs" : ""), room, maxMicros),
                settings);
    }

    private static List<Step> input(Random random, boolean hangs) {
        int keys = 1 + random.nextInt(8);
        int elements = random.nextInt(120);
        int fatefulness = random.nextInt(30);
        int[] numbers = new int[keys];
        List<Step> input = new ArrayList<>();
        for (int time = 0; time < elements; time++) {
            int key = skewed(random, keys);
            Fate fate = fate(random, fatefulness, hangs && (time == 10 || time == 60));
            input.add(new Step.Element(item(key, numbers[key]++, fate), time));
            switch (random.nextInt(12)) {
                case 0, 1 -> input.add(new Step.Mark(time));
                case 2 -> input.add(new Step.Idleness(random.nextBoolean()));
                default -> {}
            }
        }
        return input;
    }

    /** The first keys come more often. */
    private static int skewed(Random random, int keys) {
        return Math.min(random.nextInt(keys), random.nextInt(keys));
    }

    private static Item item(int key, int number, Fate fate) {
        return new Item("key-" + key, number, key % 3, 0.5 + key % 4, fate, Item.PIXELS);
    }

    private static Fate fate(Random random, int percent, boolean hangs) {
        if (hangs) {
            return Fate.HANGS;
        }
        if (random.nextInt(100) >= percent) {
            return Fate.GOOD;
        }
        return switch (random.nextInt(10)) {
            case 0 -> Fate.FATAL_ONCE;
            case 1 -> Fate.LOST_ONCE;
            case 2, 3, 4 -> Fate.LONER;
            default -> Fate.BAD;
        };
    }
}
