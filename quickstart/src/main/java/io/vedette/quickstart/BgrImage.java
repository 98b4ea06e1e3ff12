package io.vedette.quickstart;

import io.vedette.schema.Raster;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Interleaved blue, green and red bytes as Java2D sees them. */
final class BgrImage {

    private BgrImage() {}

    /** An image of its own with the pixels of a BGR raster. */
    static BufferedImage of(Raster bgr) {
        BufferedImage image =
                new BufferedImage(bgr.width(), bgr.height(), BufferedImage.TYPE_3BYTE_BGR);
        System.arraycopy(bgr.data(), 0, bytes(image), 0, bgr.data().length);
        return image;
    }

    /** The pixels of such an image, row by row; not a copy. */
    static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
