package io.vedette.schema;

/**
 * Scales a picture by {@code r = min(width / sourceWidth, height / sourceHeight)}.
 *
 * <p>At the top left, the extent is cut down to whole pixels, as the YOLOX toolkit does ({@code
 * preproc} in {@code yolox/data/data_augment.py}). In the centre it is rounded to the nearest, half
 * to even, and the smaller half of the padding goes first, as Ultralytics does ({@code LetterBox}
 * in {@code ultralytics/data/augment.py}: {@code round(w * r)} and {@code round(padding / 2 -
 * 0.1)}). The way back divides by {@code r} in both.
 */
final class Letterbox {

    /** Keeps a product such as 432 x (416 / 768), 233.99999999999997, from losing a row. */
    private static final double ROUNDING_SLACK = 1e-6;

    private Letterbox() {}

    static Placement place(RasterSpec raster, int sourceWidth, int sourceHeight) {
        double ratio =
                Math.min(
                        (double) raster.width() / sourceWidth,
                        (double) raster.height() / sourceHeight);
        int width = extent(sourceWidth * ratio, raster.anchor());
        int height = extent(sourceHeight * ratio, raster.anchor());
        boolean centred = raster.anchor() == Anchor.CENTER;
        return new Placement(
                centred ? (raster.width() - width) / 2 : 0,
                centred ? (raster.height() - height) / 2 : 0,
                width,
                height,
                (float) ratio,
                (float) ratio);
    }

    private static int extent(double exact, Anchor anchor) {
        double whole =
                switch (anchor) {
                    case TOP_LEFT -> Math.floor(exact + ROUNDING_SLACK);
                    case CENTER -> Math.rint(exact);
                };
        return Math.max(1, (int) whole);
    }
}
