package io.vedette.quickstart.scenes;

/**
 * Somebody's ground point passed a line.
 *
 * @param frame the first frame after it
 * @param identity who it was
 * @param label their class
 */
public record Crossing(long frame, long identity, String label, GroundLine.Direction direction) {}
