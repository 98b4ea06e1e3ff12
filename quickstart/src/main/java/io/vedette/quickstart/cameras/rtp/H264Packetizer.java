package io.vedette.quickstart.cameras.rtp;

/** RFC 6184, packetization mode 1: single NAL unit packets, and FU-A for what is larger. */
final class H264Packetizer implements Packetizer {

    private static final int FU_A = 28;
    private static final int START = 0x80;
    private static final int END = 0x40;
    private static final int HEADERS = 2;

    @Override
    public void packetize(byte[] picture, PayloadBuffer out) {
        for (Nal nal : Nal.split(picture)) {
            if (isSent(nal.h264Type())) {
                add(nal, out);
            }
        }
    }

    /** Delimiters, ends and filler (9 to 12) say nothing that RTP does not. */
    private static boolean isSent(int type) {
        return type < 9 || type > 12;
    }

    private static void add(Nal nal, PayloadBuffer out) {
        if (nal.length() <= PayloadBuffer.LARGEST) {
            out.bytes().writeBytes(nal.data(), nal.from(), nal.length());
            out.end();
        } else {
            addFragments(nal, out);
        }
    }

    private static void addFragments(Nal nal, PayloadBuffer out) {
        int indicator = (nal.octet(0) & 0xE0) | FU_A;
        int room = PayloadBuffer.LARGEST - HEADERS;
        for (int at = 1; at < nal.length(); at += room) {
            int length = Math.min(room, nal.length() - at);
            int start = at == 1 ? START : 0;
            int end = at + length == nal.length() ? END : 0;
            out.bytes().writeByte(indicator).writeByte(start | end | nal.h264Type());
            out.bytes().writeBytes(nal.data(), nal.from() + at, length);
            out.end();
        }
    }
}
