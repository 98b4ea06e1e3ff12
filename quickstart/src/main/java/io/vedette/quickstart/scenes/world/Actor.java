package io.vedette.quickstart.scenes.world;

/**
 * Somebody or something at one moment.
 *
 * @param identity who it is; the same at every moment and for every camera
 * @param kind what it is
 * @param look the seed of its colours and build
 * @param size its build, as a factor of the usual one
 * @param pose where it stands
 * @param moved how far it has come, in metres; limbs and wheels turn by it
 * @param speed in metres per second
 * @param braking whether its brake lights are on
 * @param parked whether it stands without a driver
 */
public record Actor(
        long identity,
        Kind kind,
        long look,
        double size,
        Pose pose,
        double moved,
        double speed,
        boolean braking,
        boolean parked) {}
