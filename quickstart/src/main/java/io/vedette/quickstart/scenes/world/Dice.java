package io.vedette.quickstart.scenes.world;

import java.util.SplittableRandom;

/**
 * Random choices that depend on nothing but a seed and what they are for, so that they come out
 * alike in any order of asking and on every machine.
 */
public final class Dice {

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The dice for one purpose of a seed. */
    public static Dice of(long seed, long... purpose) {
        long mixed = seed;
        for (long part : purpose) {
            mixed = mix(mixed + 0x9E3779B97F4A7C15L * (part + 1));
        }
        return new Dice(mixed);
    }

    /** A bijection of the 64-bit numbers that leaves no trace of order (Stafford's variant 13). */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Uniform in [low, high], whole. */
    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public long seed() {
        return random.nextLong();
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** An index, by weight. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        int index = 0;
        while (index < weights.length - 1 && left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }
}
