package io.vedette.quickstart.scenes;

import io.vedette.quickstart.scenes.drawing.Seen;

/** Which objects count: those that are large enough and visible enough to be told from others. */
final class Counted {

    private static final double LEAST_HEIGHT = 14;
    private static final double LEAST_AREA = 40;
    private static final double LEAST_VISIBLE = 1 / 3.0;
    private static final double LEAST_WITHIN = 0.25;

    private Counted() {}

    /**
     * @param height of the picture; the least size is that of a picture of 360 rows, scaled
     */
    static boolean ignored(Seen seen, int height) {
        double scale = height / (double) SceneCamera.HEIGHT;
        double tall = (seen.bottom() - seen.top()) / scale;
        double area = tall * (seen.right() - seen.left()) / scale;
        return tall < LEAST_HEIGHT
                || area < LEAST_AREA
                || seen.visible() < LEAST_VISIBLE
                || seen.within() < LEAST_WITHIN;
    }
}
