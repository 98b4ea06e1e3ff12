package io.vedette.quickstart.cameras.rtp;

/** RFC 7798 without DONL fields: single NAL unit packets, and FU for what is larger. */
final class H265Packetizer implements Packetizer {

    private static final int FU = 49;
    private static final int START = 0x80;
    private static final int END = 0x40;
    private static final int NAL_HEADER = 2;
    private static final int HEADERS = 3;

    @Override
    public void packetize(byte[] picture, PayloadBuffer out) {
        for (Nal nal : Nal.split(picture)) {
            if (nal.length() >= NAL_HEADER && isSent(nal.h265Type())) {
                add(nal, out);
            }
        }
    }

    /** Delimiters, ends and filler (35 to 38) say nothing that RTP does not. */
    private static boolean isSent(int type) {
        return type < 35 || type > 38;
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
        int first = (nal.octet(0) & 0x81) | (FU << 1);
        int room = PayloadBuffer.LARGEST - HEADERS;
        for (int at = NAL_HEADER; at < nal.length(); at += room) {
            int length = Math.min(room, nal.length() - at);
            int start = at == NAL_HEADER ? START : 0;
            int end = at + length == nal.length() ? END : 0;
            out.bytes().writeByte(first).writeByte(nal.octet(1));
            out.bytes().writeByte(start | end | nal.h265Type());
            out.bytes().writeBytes(nal.data(), nal.from() + at, length);
            out.end();
        }
    }
}
