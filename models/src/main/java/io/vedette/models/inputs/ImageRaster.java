package io.vedette.models.inputs;

import io.vedette.schema.ColorOrder;
import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
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
        byte[] resized =
                BilinearResize.bgr(bgr, width, height, placement.width(), placement.height());
        byte[] data = new byte[spec.size()];
        Arrays.fill(data, (byte) spec.padding());
        int channels = spec.color().channels();
        for (int y = 0; y < placement.height(); y++) {
            int to = ((y + placement.top()) * spec.width() + placement.left()) * channels;
            copyRow(resized, y * placement.width() * 3, placement.width(), data, to, spec.color());
        }
        return new Raster(spec.width(), spec.height(), spec.color(), placement, data);
    }

    private static void copyRow(
            byte[] bgr, int from, int pixels, byte[] target, int to, ColorOrder color) {
        switch (color) {
            case BGR -> System.arraycopy(bgr, from, target, to, 3 * pixels);
            case RGB -> {
                for (int i = 0; i < 3 * pixels; i += 3) {
                    target[to + i] = bgr[from + i + 2];
                    target[to + i + 1] = bgr[from + i + 1];
                    target[to + i + 2] = bgr[from + i];
                }
            }
            case GREY -> {
                for (int i = 0; i < pixels; i++) {
                    target[to + i] = grey(bgr, from + 3 * i);
                }
            }
        }
    }

    /** ITU-R BT.601 luma in 15-bit fixed point, as OpenCV's {@code COLOR_BGR2GRAY}. */
    private static byte grey(byte[] bgr, int at) {
        int sum =
                3735 * (bgr[at] & 0xff)
                        + 19235 * (bgr[at + 1] & 0xff)
                        + 9798 * (bgr[at + 2] & 0xff);
        return (byte) ((sum + (1 << 14)) >> 15);
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
