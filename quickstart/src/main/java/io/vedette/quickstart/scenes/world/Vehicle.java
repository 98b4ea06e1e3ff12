package io.vedette.quickstart.scenes.world;

/**
 * Something that drives, before it is known how fast.
 *
 * @param enters when it comes into the world, in seconds
 * @param path its way; it begins where it comes into the world
 * @param stopLine where on its way the stop line is
 * @param turnEnds where on its way it has turned; the stop line for one that goes straight on
 * @param cruise the speed that it likes, in metres per second
 */
record Vehicle(
        long identity,
        Kind kind,
        long look,
        double enters,
        Path path,
        double stopLine,
        double turnEnds,
        double cruise) {

    double length() {
        return kind.length() * size();
    }

    /** Its build, which its look decides. */
    double size() {
        return sizeOf(look);
    }

    static double sizeOf(long look) {
        return Dice.of(look, 77).between(0.94, 1.07);
    }

    boolean turns() {
        return turnEnds > stopLine;
    }
}
