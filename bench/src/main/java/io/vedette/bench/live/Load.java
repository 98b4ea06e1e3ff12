package io.vedette.bench.live;

/**
 * What live cameras send together.
 *
 * @param cameras how many
 * @param framesPerSecond of each
 */
record Load(int cameras, double framesPerSecond) {

    /** Of a camera, so that one sum of doubles does not cost another camera. */
    private static final double SLACK = 1e-6;

    Load {
        if (cameras < 1) {
            throw new IllegalArgumentException(
                    "Load: cameras must be at least 1 but were %d.".formatted(cameras));
        }
        if (!(framesPerSecond > 0) || Double.isInfinite(framesPerSecond)) {
            throw new IllegalArgumentException(
                    "Load: frames per second must be more than 0 but were %s."
                            .formatted(framesPerSecond));
        }
    }

    /** Exactly so many frames a second, from cameras that each send about as many as given. */
    static Load near(double total, double framesPerSecond) {
        return ofCameras(total, (int) Math.max(1, Math.round(total / framesPerSecond)));
    }

    /** Exactly so many frames a second, from so many cameras. */
    static Load ofCameras(double total, int cameras) {
        return new Load(cameras, total / cameras);
    }

    /** As many of the same cameras as send at least so much. */
    Load atLeast(double total) {
        int needed = (int) Math.ceil(total / framesPerSecond - SLACK);
        return new Load(Math.max(1, needed), framesPerSecond);
    }

    /** Frames a second of all. */
    double total() {
        return cameras * framesPerSecond;
    }
}
