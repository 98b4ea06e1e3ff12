package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtp.RtpFormat;
import java.io.IOException;

/** Encoded pictures without end. */
interface Footage {

    /** How it travels. */
    RtpFormat format();

    double framesPerSecond();

    /** By how much {@code takenAt} may be before {@code sendAt}, in ticks of 90 kHz. */
    long reordering();

    /**
     * Plays from a key picture on.
     *
     * @param elapsed since it was played first, in ticks of 90 kHz
     */
    Playback play(long elapsed) throws IOException;

    /** Used and closed by one thread. */
    interface Playback extends AutoCloseable {

        TimedPicture next() throws IOException;

        @Override
        void close();
    }
}
