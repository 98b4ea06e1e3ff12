package io.vedette.models.recognition;

import java.util.Locale;

/** How far a conclusion can be trusted; the surest comes first. */
public enum Sureness {
    /** The file says so, or nothing else explains what it shows. */
    SURE,
    /** What is seen speaks for it, and other explanations are rare. */
    LIKELY,
    /** Only a custom; to be checked. */
    GUESS;

    /** The name in reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The less sure of two. */
    public Sureness and(Sureness other) {
        return compareTo(other) < 0 ? other : this;
    }
}
