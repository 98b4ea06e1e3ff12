package io.vedette.quickstart.cameras.rtp;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/** The Huffman tables that every receiver of JPEG over RTP assumes (ITU-T T.81, Annex K.3). */
final class JpegHuffman {

    private static final int LENGTHS = 16;

    private JpegHuffman() {}

    /** Checks the tables of a DHT segment, since RTP does not carry them. */
    static void requireStandard(ByteBuf segment) {
        while (segment.isReadable()) {
            int target = segment.readUnsignedByte();
            short[] lengths = new short[LENGTHS];
            int count = 0;
            for (int i = 0; i < LENGTHS; i++) {
                lengths[i] = segment.readUnsignedByte();
                count += lengths[i];
            }
            short[] values = new short[count];
            for (int i = 0; i < count; i++) {
                values[i] = segment.readUnsignedByte();
            }
            JPEGHuffmanTable standard = standard(target);
            if (!Arrays.equals(lengths, standard.getLengths())
                    || !Arrays.equals(values, standard.getValues())) {
                throw new IllegalArgumentException(
                        "A JPEG for RTP must have the standard Huffman tables but had its own (RFC 2435): encode it anew, with FFmpeg by '-c:v mjpeg -huffman default'.");
            }
        }
    }

    private static JPEGHuffmanTable standard(int target) {
        return switch (target) {
            case 0x00 -> JPEGHuffmanTable.StdDCLuminance;
            case 0x01 -> JPEGHuffmanTable.StdDCChrominance;
            case 0x10 -> JPEGHuffmanTable.StdACLuminance;
            case 0x11 -> JPEGHuffmanTable.StdACChrominance;
            default ->
                    throw new IllegalArgumentException(
                            "A JPEG for RTP must have Huffman tables 0 and 1 but had %02X (RFC 2435)."
                                    .formatted(target));
        };
    }
}
