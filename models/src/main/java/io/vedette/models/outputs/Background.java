package io.vedette.models.outputs;

/** Whether one of a network's classes means that nothing is there. */
public enum Background {
    NONE,
    /** The first column of the scores; labels start at the second. */
    FIRST,
    /** The last column of the scores. */
    LAST
}
