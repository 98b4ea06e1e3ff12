package io.vedette.operators.inference;

/** What an engine does to an element of a proof, whenever it meets it. */
public enum Fate {
    /** It gets its result. */
    GOOD,
    /** It fails, and any batch that it is in. */
    BAD,
    /** It fails every batch that it shares, and gets its result alone. */
    LONER,
    /** It never returns, nor does any batch that it is in. */
    HANGS,
    /** As {@link #HANGS}, and when it is let go it throws an {@link Error}. */
    HANGS_AND_BREAKS,
    /** The first call that meets it throws an {@link Error}; later ones give its result. */
    FATAL_ONCE,
    /** The first call that meets it gives no results at all; later ones give its result. */
    LOST_ONCE
}
