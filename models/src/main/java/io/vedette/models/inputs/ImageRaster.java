package io.vedette.models.inputs;

import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Span;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** Brings pictures into the raster that a model wants, as the models' own toolkits do. */
public final class ImageRaster {

    private ImageRaster() {}

    /** Any picture; transparent parts become black. */
    public static Raster of(BufferedImage image, RasterSpec spec) {
        return ofBgr(bgr(image), image.getWidth(), image.getHeight(), spec);
    }

    /**
     * A picture given as bytes.
     *
     * @param bgr interleaved rows of blue, green and red, {@code width * height * 3} bytes
     */
    public static Raster ofBgr(byte[] bgr, int width, int height, RasterSpec spec) {
        Placement placement = spec.place(width, height);
        Span columns = placement.columns(spec.width());
        Span rows = placement.rows(spec.height());
        ResizedRows resized =
                switch (spec.filter()) {
                    case BILINEAR -> new BilinearResize(bgr, width, height, placement, spec);
                    case ANTIALIAS -> new AntialiasResize(bgr, width, height, placement, spec);
                };
        byte[] data = new byte[spec.size()];
        Arrays.fill(data, (byte) spec.padding());
        PixelPacker packer = new PixelPacker(spec.color(), data);
        for (int y = 0; y < rows.count(); y++) {
            packer.write(resized.get(y), (y + rows.at()) * spec.width() + columns.at());
        }
        return new Raster(spec.width(), spec.height(), spec.color(), placement, data);
    }

    private static byte[] bgr(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return repeated(image);
        }
        BufferedImage drawn =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = drawn.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData();
    }

    /** Grey samples as they are: Java's own conversion would change their brightness. */
    private static byte[] repeated(BufferedImage grey) {
        int pixels = grey.getWidth() * grey.getHeight();
        int[] samples =
                grey.getRaster()
                        .getSamples(0, 0, grey.getWidth(), grey.getHeight(), 0, new int[pixels]);
        byte[] bgr = new byte[3 * pixels];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) samples[i / 3];
        }
        return bgr;
    }
}
