package io.vedette.bench.stand;

/**
 * A frame as it came out of the source; times in milliseconds since 1970.
 *
 * @param takenAt when the picture was made, as it says itself; -1 if that is not whole
 * @param capturedAt when the source says that it was taken
 * @param handedAt when the job was given it
 */
public record Sighting(
        String camera, long sequence, long takenAt, long capturedAt, long handedAt, int width) {

    /** How old the picture was when the job was given it. */
    public long age() {
        return handedAt - takenAt;
    }

    public boolean isWhole() {
        return takenAt >= 0;
    }
}
