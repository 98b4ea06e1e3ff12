package io.vedette.schema;

/**
 * Scales a picture so that its shorter side is {@code floor(side / crop)}, and lays its middle over
 * the raster.
 *
 * <p>Sizes and rounding are those of timm ({@code transforms_imagenet_eval} in {@code
 * timm/data/transforms_factory.py}, where {@code crop} is {@code crop_pct}), which are those of
 * torchvision's {@code Resize} and {@code CenterCrop} for a square ({@code
 * _compute_resized_output_size} and {@code center_crop} in {@code
 * torchvision/transforms/functional.py}): the longer side is cut down to whole pixels, the offset
 * is rounded to the nearest, half to even. With 224 x 224 and 0.875 the shorter side becomes 256.
 */
final class CenterCrop {

    private CenterCrop() {}

    static Placement place(RasterSpec raster, int sourceWidth, int sourceHeight) {
        double scaledWidth = Math.floor(raster.width() / raster.crop());
        double scaledHeight = Math.floor(raster.height() / raster.crop());
        int width;
        int height;
        if (scaledWidth == scaledHeight) {
            int shorter = Math.min(sourceWidth, sourceHeight);
            width = (int) (scaledWidth * sourceWidth / shorter);
            height = (int) (scaledHeight * sourceHeight / shorter);
        } else {
            double ratio = Math.min(sourceWidth / scaledWidth, sourceHeight / scaledHeight);
            width = (int) Math.rint(sourceWidth / ratio);
            height = (int) Math.rint(sourceHeight / ratio);
        }
        return Placement.scaled(
                -offset(width, raster.width()),
                -offset(height, raster.height()),
                width,
                height,
                sourceWidth,
                sourceHeight);
    }

    private static int offset(int extent, int side) {
        return (int) Math.rint((extent - side) / 2.0);
    }
}
