package io.vedette.quickstart.cameras.rtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What packetizers are given and what they made. */
final class Payloads {

    private Payloads() {}

    static List<byte[]> of(Packetizer packetizer, byte[] picture) {
        PayloadBuffer out = new PayloadBuffer(Unpooled.buffer());
        packetizer.packetize(picture, out);
        ByteBuf bytes = out.bytes();
        List<byte[]> payloads = new ArrayList<>();
        int from = 0;
        for (int end : out.ends()) {
            payloads.add(ByteBufUtil.getBytes(bytes, from, end - from));
            from = end;
        }
        return payloads;
    }

    /** NAL units behind start codes of three and four bytes in turn. */
    static byte[] annexB(byte[]... units) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < units.length; i++) {
            out.writeBytes(i % 2 == 0 ? new byte[] {0, 0, 0, 1} : new byte[] {0, 0, 1});
            out.writeBytes(units[i]);
        }
        return out.toByteArray();
    }

    /** A NAL unit that begins so and in which no two bytes in a row are zero. */
    static byte[] nal(int length, int... header) {
        byte[] nal = new byte[length];
        for (int i = 0; i < length; i++) {
            nal[i] = (byte) (i < header.length ? header[i] : 1 + i % 251);
        }
        return nal;
    }

    /** The NAL unit whose fragments these are. */
    static byte[] joined(List<byte[]> payloads, int headers, byte... nalHeader) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(nalHeader);
        for (byte[] payload : payloads) {
            out.write(payload, headers, payload.length - headers);
        }
        return out.toByteArray();
    }
}
