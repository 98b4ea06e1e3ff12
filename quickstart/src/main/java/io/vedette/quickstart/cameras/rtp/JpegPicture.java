package io.vedette.quickstart.cameras.rtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What RTP needs of a JPEG (ITU-T T.81).
 *
 * @param type of RFC 2435: 0 for 4:2:2, 1 for 4:2:0
 * @param luminance quantisation table, in zigzag order
 * @param chrominance quantisation table, in zigzag order
 * @param scanFrom where the entropy-coded data begins
 */
record JpegPicture(
        int width,
        int height,
        int type,
        int restartInterval,
        byte[] luminance,
        byte[] chrominance,
        int scanFrom,
        int scanLength) {

    /** Bytes of a quantisation table. */
    static final int TABLE = 64;

    private static final int LARGEST = 2040;

    JpegPicture {
        if (width < 8 || height < 8 || width > LARGEST || height > LARGEST) {
            throw refused("be of 8 x 8 to 2040 x 2040 pixels", width + " x " + height);
        }
        if (width % 8 != 0 || height % 8 != 0) {
            throw refused("have a size in multiples of 8", width + " x " + height);
        }
    }

    private static IllegalArgumentException refused(String rule, String actual) {
        return new IllegalArgumentException(
                "A JPEG for RTP must %s but was %s (RFC 2435).".formatted(rule, actual));
    }

    /**
     * Reads the headers.
     *
     * @throws IllegalArgumentException if RFC 2435 cannot carry it
     */
    static JpegPicture parse(byte[] jpeg) {
        try {
            return new Reader(jpeg).read();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("A JPEG ended within its headers.", e);
        }
    }

    /** Goes from segment to segment. */
    private static final class Reader {

        private static final int SOI = 0xFFD8;
        private static final int SOF0 = 0xFFC0;
        private static final int DHT = 0xFFC4;
        private static final int SOF15 = 0xFFCF;
        private static final int JPG = 0xFFC8;
        private static final int DAC = 0xFFCC;
        private static final int EOI = 0xD9;
        private static final int SOS = 0xFFDA;
        private static final int DQT = 0xFFDB;
        private static final int DRI = 0xFFDD;

        private final byte[] jpeg;
        private final ByteBuf in;
        private final byte[] @Nullable [] tables = new byte[4][];
        private int width;
        private int height;
        private int type;
        private int chrominance;
        private int luminance;
        private int restarts;

        Reader(byte[] jpeg) {
            this.jpeg = jpeg;
            this.in = Unpooled.wrappedBuffer(jpeg);
        }

        JpegPicture read() {
            if (in.readUnsignedShort() != SOI) {
                throw refused("begin with FFD8", "something else");
            }
            int marker = in.readUnsignedShort();
            while (marker != SOS) {
                readSegment(
                        marker, in.readSlice(in.getUnsignedShort(in.readerIndex())).skipBytes(2));
                marker = in.readUnsignedShort();
            }
            in.skipBytes(in.getUnsignedShort(in.readerIndex()));
            return picture(in.readerIndex());
        }

        private void readSegment(int marker, ByteBuf segment) {
            switch (marker) {
                case DQT -> readTables(segment);
                case DHT -> JpegHuffman.requireStandard(segment);
                case DRI -> restarts = segment.readUnsignedShort();
                case SOF0 -> readFrame(segment);
                default -> {
                    if (marker > SOF0 && marker <= SOF15 && marker != JPG && marker != DAC) {
                        throw refused("be baseline", "SOF%d".formatted(marker - SOF0));
                    }
                }
            }
        }

        private void readTables(ByteBuf segment) {
            while (segment.isReadable()) {
                int target = segment.readUnsignedByte();
                if (target > 3) {
                    throw refused("have tables of 8 bits", "of 16 bits");
                }
                byte[] table = new byte[TABLE];
                segment.readBytes(table);
                tables[target] = table;
            }
        }

        private void readFrame(ByteBuf segment) {
            segment.skipBytes(1);
            height = segment.readUnsignedShort();
            width = segment.readUnsignedShort();
            int components = segment.readUnsignedByte();
            if (components != 3) {
                throw refused("have 3 components", Integer.toString(components));
            }
            int sampling = segment.skipBytes(1).readUnsignedByte();
            luminance = segment.readUnsignedByte();
            int blue = segment.skipBytes(1).readUnsignedByte();
            chrominance = segment.readUnsignedByte();
            int red = segment.skipBytes(1).readUnsignedByte();
            boolean supported = sampling == 0x21 || sampling == 0x22;
            if (!supported
                    || blue != 0x11
                    || red != 0x11
                    || segment.readUnsignedByte() != chrominance) {
                throw refused(
                        "be sampled 4:2:2 or 4:2:0",
                        "%02X %02X %02X".formatted(sampling, blue, red));
            }
            type = sampling == 0x21 ? 0 : 1;
        }

        private JpegPicture picture(int scanFrom) {
            int end = jpeg.length;
            while (end > scanFrom + 1
                    && !((jpeg[end - 2] & 0xFF) == 0xFF && (jpeg[end - 1] & 0xFF) == EOI)) {
                end--;
            }
            int length = (end > scanFrom + 1 ? end - 2 : jpeg.length) - scanFrom;
            return new JpegPicture(
                    width,
                    height,
                    type,
                    restarts,
                    table(luminance),
                    table(chrominance),
                    scanFrom,
                    length);
        }

        private byte[] table(int number) {
            byte[] table = number < tables.length ? tables[number] : null;
            if (table == null) {
                throw refused("hold its quantisation tables", "without table " + number);
            }
            return Arrays.copyOf(table, TABLE);
        }
    }
}
