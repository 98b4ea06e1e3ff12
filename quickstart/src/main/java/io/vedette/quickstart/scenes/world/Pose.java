package io.vedette.quickstart.scenes.world;

/**
 * Where something stands and which way it faces.
 *
 * @param at the middle of its footprint
 * @param ahead the direction it faces, of length 1
 */
public record Pose(Point at, Point ahead) {}
