package io.vedette.quickstart.scenes.world;

/** Numbers for everybody: positive, never shared, the same whenever and by whomever asked. */
final class Identities {

    private static final int GROUP = 64;
    private static final long CYCLES_BEFORE_START = 1000;

    private Identities() {}

    static long vehicle(long platoon, int index) {
        return ((platoon + CYCLES_BEFORE_START) * GROUP + index) * 4 + 1;
    }

    static long walker(long cycle, int index) {
        return ((cycle + CYCLES_BEFORE_START) * GROUP + index) * 4 + 2;
    }

    static long standing(int index) {
        return index * 4L + 3;
    }
}
