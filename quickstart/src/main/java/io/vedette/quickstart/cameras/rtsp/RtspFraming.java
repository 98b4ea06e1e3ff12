package io.vedette.quickstart.cameras.rtsp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts what a client sends into whole requests, and skips the packets between them (RFC 2326,
 * section 10.12), which are signs of life.
 */
public final class RtspFraming extends ByteToMessageDecoder {

    private static final int PACKET_HEADER = 4;
    private static final int LONGEST_HEAD = 16 << 10;
    private static final int LONGEST_BODY = 64 << 10;
    private static final Pattern CONTENT_LENGTH =
            Pattern.compile("(?im)^content-length[ \t]*:[ \t]*(\\d{1,9})[ \t]*\r?$");

    private final Runnable packetSeen;

    public RtspFraming(Runnable packetSeen) {
        this.packetSeen = packetSeen;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        byte first = in.getByte(in.readerIndex());
        if (first == InterleavedTransport.DOLLAR) {
            skipPacket(in);
        } else if (first == '\r' || first == '\n') {
            in.skipBytes(1);
        } else {
            readRequest(in, out);
        }
    }

    private void skipPacket(ByteBuf in) {
        if (in.readableBytes() < PACKET_HEADER) {
            return;
        }
        int length = PACKET_HEADER + in.getUnsignedShort(in.readerIndex() + 2);
        if (in.readableBytes() >= length) {
            in.skipBytes(length);
            packetSeen.run();
        }
    }

    private static void readRequest(ByteBuf in, List<Object> out) {
        int head = headLength(in);
        if (head < 0) {
            requireAtMost("head", in.readableBytes(), LONGEST_HEAD);
            return;
        }
        int body = bodyLength(in.toString(in.readerIndex(), head, StandardCharsets.ISO_8859_1));
        requireAtMost("body", body, LONGEST_BODY);
        if (in.readableBytes() >= head + body) {
            out.add(in.readRetainedSlice(head + body));
        }
    }

    /** Up to and with the empty line, or -1 if it is not there yet. */
    private static int headLength(ByteBuf in) {
        int start = in.readerIndex();
        for (int i = start; i < in.writerIndex(); i++) {
            if (in.getByte(i) == '\n') {
                int next = i + 1 < in.writerIndex() && in.getByte(i + 1) == '\r' ? i + 2 : i + 1;
                if (next < in.writerIndex() && in.getByte(next) == '\n') {
                    return next + 1 - start;
                }
            }
        }
        return -1;
    }

    private static int bodyLength(String head) {
        Matcher matcher = CONTENT_LENGTH.matcher(head);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static void requireAtMost(String what, int length, int most) {
        if (length > most) {
            throw new TooLongFrameException(
                    "The %s of a request must be at most %d bytes but is %d."
                            .formatted(what, most, length));
        }
    }
}
