package io.vedette.quickstart.cameras;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;

/** JPEGs as Java writes them: baseline, 4:2:0, with the standard Huffman tables. */
public final class TestJpegs {

    private TestJpegs() {}

    public static byte[] grey(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), p -> {});
    }

    public static byte[] noise(int width, int height, int seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return written(image, p -> {});
    }

    public static byte[] progressive(int width, int height) {
        return written(
                new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR),
                p -> p.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    public static byte[] optimized(int width, int height) {
        return written(
                new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR),
                p -> p.setOptimizeHuffmanTables(true));
    }

    private static byte[] written(BufferedImage image, Consumer<JPEGImageWriteParam> change) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        JPEGImageWriteParam parameters = (JPEGImageWriteParam) writer.getDefaultWriteParam();
        change.accept(parameters);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
