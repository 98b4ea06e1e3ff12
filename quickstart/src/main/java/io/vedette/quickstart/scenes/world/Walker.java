package io.vedette.quickstart.scenes.world;

/**
 * Somebody on foot: walks to the kerb, waits there, and walks on.
 *
 * @param leaves when they set out, in seconds
 * @param kerb how far along the way they wait; the way's length for one who never does
 * @param crosses when they go on from there
 */
record Walker(
        long identity,
        long look,
        Path path,
        double speed,
        double leaves,
        double kerb,
        double crosses) {

    boolean presentAt(double seconds) {
        return seconds >= leaves && walked(seconds) < path.length();
    }

    private double walked(double seconds) {
        double free = (seconds - leaves) * speed;
        if (free <= kerb) {
            return free;
        }
        return kerb + Math.max(0, seconds - crosses) * speed;
    }

    Actor at(double seconds) {
        double walked = walked(seconds);
        boolean waiting = walked == kerb;
        return new Actor(
                identity,
                Kind.PERSON,
                look,
                Dice.of(look, 77).between(0.9, 1.08),
                path.pose(walked, 0.4),
                walked,
                waiting ? 0 : speed,
                false,
                false);
    }
}
