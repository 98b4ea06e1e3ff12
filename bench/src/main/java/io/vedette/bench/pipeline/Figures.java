package io.vedette.bench.pipeline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What all rounds say of one thing, medians but for the least and the most.
 *
 * @param fps frames in a second
 * @param least of a round
 * @param most of a round
 * @param cpuMsPerFrame processor time of a frame
 * @param gcMsPerFrame time of garbage collections for a frame
 */
@JsonPropertyOrder({"fps", "least", "most", "cpuMsPerFrame", "gcMsPerFrame"})
record Figures(double fps, double least, double most, double cpuMsPerFrame, double gcMsPerFrame) {

    /**
     * Of the samples of all rounds.
     *
     * @throws IllegalArgumentException if there are none
     */
    static Figures of(List<Sample> samples) {
        return new Figures(
                median(samples, Sample::fps),
                samples.stream().mapToDouble(Sample::fps).min().orElseThrow(),
                samples.stream().mapToDouble(Sample::fps).max().orElseThrow(),
                median(samples, Sample::cpuMillis),
                median(samples, Sample::gcMillis));
    }

    /** The middle one, or the mean of the two in the middle. */
    static <T> double median(List<T> samples, ToDoubleFunction<T> value) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("There is no median of nothing.");
        }
        double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
