package io.vedette.quickstart.cameras;

import java.awt.image.BufferedImage;

/** Pictures drawn on demand, by one thread at a time. */
public interface Pictures {

    /** In pixels, even. */
    int width();

    /** In pixels, even. */
    int height();

    /** At which rate they are shown. */
    int framesPerSecond();

    /**
     * Draws one.
     *
     * @param frame its number, from 0; rises, and may leave numbers out
     * @return of the size above and of {@link BufferedImage#TYPE_3BYTE_BGR}
     */
    BufferedImage picture(long frame);
}
