package io.vedette.quickstart.scenes.world;

/**
 * A traffic light at the side of an arm.
 *
 * @param pose where it stands; it faces those who drive in
 * @param aspect what it shows
 */
public record SignalHead(Pose pose, Signals.Aspect aspect) {}
