package io.vedette.bench.cameras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Something that is done to a group of cameras over and over, after which all must be as before.
 */
final class Soak {

    private static final int SAMPLES = 10;

    /** How many of the first samples are compared with as many of the last, by their medians. */
    private static final int ENDS = 3;

    /** Of resident memory between the first samples and the last. */
    private static final long GROWTH_KB = 32 << 10;

    private Soak() {}

    /** What is done over and over. */
    interface Round {
        /** False if it could not be done. */
        boolean done() throws Exception;
    }

    /**
     * Does it.
     *
     * @param cycles how often, counting each camera of a round
     */
    static Measure run(String name, int cycles, int camerasPerRound, Round round) throws Exception {
        int rounds = Math.max(SAMPLES, cycles / camerasPerRound);
        List<Resources> samples = new ArrayList<>();
        boolean all = true;
        long began = System.nanoTime();
        for (int done = 1; done <= rounds; done++) {
            all &= round.done();
            if (done * SAMPLES / rounds > samples.size()) {
                samples.add(Resources.now());
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cycles", rounds * camerasPerRound);
        values.put("seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        values.put("residentKb", samples.stream().map(Resources::residentKb).toList());
        values.put("heapKb", samples.stream().map(Resources::heapKb).toList());
        values.put("threads", samples.stream().map(Resources::threads).toList());
        values.put("files", samples.stream().map(Resources::files).toList());
        return new Measure(name, all && isFlat(samples, camerasPerRound), values);
    }

    private static boolean isFlat(List<Resources> samples, int slack) {
        List<Resources> first = samples.subList(0, ENDS);
        List<Resources> last = samples.subList(samples.size() - ENDS, samples.size());
        return median(last, Resources::residentKb) - median(first, Resources::residentKb)
                        < GROWTH_KB
                && median(last, Resources::threads) <= median(first, Resources::threads) + slack
                && median(last, Resources::files) <= median(first, Resources::files) + slack;
    }

    private static long median(List<Resources> samples, ToLongFunction<Resources> value) {
        return samples.stream().mapToLong(value).sorted().skip(ENDS / 2).findFirst().orElseThrow();
    }
}
