package io.vedette.bench.stand;

import java.util.List;

/**
 * A span of time, in milliseconds since 1970.
 *
 * @param to not part of it
 */
public record Window(long from, long to) {

    public boolean contains(long time) {
        return time >= from && time < to;
    }

    /**
     * How many pictures made in it were not handed over whole. It is known to within two, since the
     * first and the last may have been on their way.
     */
    public long lost(List<Sighting> sightings) {
        long seen =
                sightings.stream().map(Sighting::takenAt).filter(this::contains).distinct().count();
        return Math.max(0, (to - from) / TimedPictures.INTERVAL_MILLIS - seen);
    }

    /** The age that 95 of 100 pictures handed over in it did not exceed; -1 if there were none. */
    public long p95Age(List<Sighting> sightings) {
        List<Long> ages =
                sightings.stream()
                        .filter(sighting -> contains(sighting.handedAt()))
                        .filter(Sighting::isWhole)
                        .map(Sighting::age)
                        .sorted()
                        .toList();
        return ages.isEmpty() ? -1 : ages.get((ages.size() - 1) * 95 / 100);
    }
}
