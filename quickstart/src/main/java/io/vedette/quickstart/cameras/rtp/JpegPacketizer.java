package io.vedette.quickstart.cameras.rtp;

import io.netty.buffer.ByteBuf;

/** RFC 2435 with the quantisation tables in the first packet of every picture (Q = 255). */
final class JpegPacketizer implements Packetizer {

    private static final int TABLES_FOLLOW = 255;
    private static final int RESTARTS = 64;
    private static final int FIRST_AND_LAST = 0xC000;
    private static final int TABLE_COUNT = 0x3FFF;

    @Override
    public void packetize(byte[] picture, PayloadBuffer out) {
        JpegPicture jpeg = JpegPicture.parse(picture);
        int offset = 0;
        while (offset < jpeg.scanLength()) {
            int begin = out.bytes().writerIndex();
            writeHeaders(jpeg, offset, out.bytes());
            int room = PayloadBuffer.LARGEST - (out.bytes().writerIndex() - begin);
            int length = Math.min(room, jpeg.scanLength() - offset);
            out.bytes().writeBytes(picture, jpeg.scanFrom() + offset, length);
            out.end();
            offset += length;
        }
    }

    private static void writeHeaders(JpegPicture jpeg, int offset, ByteBuf out) {
        boolean restarts = jpeg.restartInterval() > 0;
        out.writeByte(0).writeMedium(offset);
        out.writeByte(jpeg.type() + (restarts ? RESTARTS : 0)).writeByte(TABLES_FOLLOW);
        out.writeByte(jpeg.width() / 8).writeByte(jpeg.height() / 8);
        if (restarts) {
            out.writeShort(jpeg.restartInterval()).writeShort(FIRST_AND_LAST | TABLE_COUNT);
        }
        if (offset == 0) {
            out.writeByte(0).writeByte(0).writeShort(2 * JpegPicture.TABLE);
            out.writeBytes(jpeg.luminance()).writeBytes(jpeg.chrominance());
        }
    }
}
