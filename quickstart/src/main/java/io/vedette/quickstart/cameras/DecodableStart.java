package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtp.RtpUnit;

/**
 * Lets pictures pass from a key picture on, without those that are shown before it and need what
 * came earlier.
 */
final class DecodableStart {

    private boolean open;
    private long first;

    /** The next picture to pass is a key picture. */
    void close() {
        open = false;
    }

    boolean passes(RtpUnit unit) {
        if (!open && unit.isKey()) {
            open = true;
            first = unit.ticks();
        }
        return open && unit.ticks() >= first;
    }
}
