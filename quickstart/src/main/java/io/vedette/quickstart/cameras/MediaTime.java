package io.vedette.quickstart.cameras;

import io.vedette.sources.ffmpeg.AccessUnit;

/** The clock of all pictures: ticks of 90 kHz that never jump. */
final class MediaTime {

    private static final long START = System.nanoTime();

    private MediaTime() {}

    static long now() {
        return (System.nanoTime() - START) * 9 / 100_000;
    }

    static long nanos(long ticks) {
        return ticks * 100_000 / 9;
    }

    static long seconds(long seconds) {
        return seconds * AccessUnit.RATE;
    }
}
