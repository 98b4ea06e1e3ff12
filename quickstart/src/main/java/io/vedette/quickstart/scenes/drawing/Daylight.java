package io.vedette.quickstart.scenes.drawing;

/** The time of day, as far as it can be seen. */
public enum Daylight {
    DAY,
    DUSK,
    NIGHT
}
