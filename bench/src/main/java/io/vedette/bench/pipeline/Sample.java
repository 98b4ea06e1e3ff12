package io.vedette.bench.pipeline;

/**
 * One measurement of a while.
 *
 * @param fps frames that were done in a second
 * @param cpuMillis processor time of a frame
 * @param gcMillis time of garbage collections for a frame
 */
record Sample(double fps, double cpuMillis, double gcMillis) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Of frames and what they used.
     *
     * @throws IllegalArgumentException if there were none, of which nothing can be said
     */
    static Sample of(long frames, Usage used) {
        if (frames < 1) {
            throw new IllegalArgumentException(
                    "No frame was done in %.1f s.".formatted(used.nanos() / NANOS_PER_SECOND));
        }
        return new Sample(
                frames * NANOS_PER_SECOND / used.nanos(),
                used.cpuNanos() / NANOS_PER_MILLI / frames,
                (double) used.gcMillis() / frames);
    }
}
