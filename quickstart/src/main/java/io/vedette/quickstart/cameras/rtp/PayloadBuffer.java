package io.vedette.quickstart.cameras.rtp;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/** The payloads of one picture, one behind the other in one buffer. */
final class PayloadBuffer {

    /** Room in a packet behind the RTP header: fits Ethernet, also through a tunnel. */
    static final int LARGEST = 1400;

    private final ByteBuf bytes;
    private final List<Integer> ends = new ArrayList<>();

    PayloadBuffer(ByteBuf bytes) {
        this.bytes = bytes;
    }

    /** Where the bytes of the payload that is being written belong. */
    ByteBuf bytes() {
        return bytes;
    }

    /** Ends the payload that was written. */
    void end() {
        ends.add(bytes.writerIndex());
    }

    int[] ends() {
        return ends.stream().mapToInt(Integer::intValue).toArray();
    }
}
