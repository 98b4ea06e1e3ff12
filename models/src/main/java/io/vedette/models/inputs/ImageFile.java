package io.vedette.models.inputs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Reads pictures with the samples that their files hold, as models' toolkits do. */
public final class ImageFile {

    private static final short START_OF_IMAGE = (short) 0xffd8;
    private static final short START_OF_SCAN = (short) 0xffda;
    private static final short APP2 = (short) 0xffe2;
    private static final int MARKER = 2;

    private ImageFile() {}

    /**
     * Reads a picture. A colour profile is not applied, nor is a rotation that the file notes.
     *
     * @throws IOException if it is not there or of no known kind
     */
    public static BufferedImage read(Path file) throws IOException {
        try {
            return read(Files.readAllBytes(file), file);
        } catch (NoSuchFileException e) {
            throw new IOException("Image '%s' does not exist.".formatted(file), e);
        }
    }

    private static BufferedImage read(byte[] bytes, Path file) throws IOException {
        try {
            @Nullable BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(withoutColourProfile(bytes)));
            if (image != null) {
                return image;
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException("Image '%s' cannot be read: %s".formatted(file, e), e);
        }
        throw new IOException("Image '%s' is of no known kind.".formatted(file));
    }

    /** Leaves the APP2 segments of a JPEG out: Java would convert samples to another profile. */
    private static byte[] withoutColourProfile(byte[] file) {
        ByteBuffer segments = ByteBuffer.wrap(file);
        if (file.length < MARKER || segments.getShort(0) != START_OF_IMAGE) {
            return file;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, MARKER);
        int at = MARKER;
        while (at + 2 * MARKER <= file.length && segments.getShort(at) != START_OF_SCAN) {
            int length = MARKER + Short.toUnsignedInt(segments.getShort(at + MARKER));
            int end = Math.min(at + length, file.length);
            if (segments.getShort(at) != APP2) {
                kept.write(file, at, end - at);
            }
            at = end;
        }
        kept.write(file, at, file.length - at);
        return kept.toByteArray();
    }
}
