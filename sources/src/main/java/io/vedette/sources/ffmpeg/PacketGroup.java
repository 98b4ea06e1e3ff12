package io.vedette.sources.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;

/**
 * The packets from the last key picture on, kept undecoded, so that decoding can set in again
 * without a gap. Their bytes are shared, not copied, and are few: {@link #isFull} says when to
 * stop.
 */
final class PacketGroup implements AutoCloseable {

    private static final long MAX_BYTES = 8 << 20;

    private final Deque<AVPacket> packets = new ArrayDeque<>();
    private long bytes;

    void add(AVPacket packet) {
        packets.addLast(avcodec.av_packet_clone(packet));
        bytes += packet.size();
    }

    boolean isFull() {
        return bytes > MAX_BYTES;
    }

    int size() {
        return packets.size();
    }

    /** Takes the oldest one out, for the caller to free; null if there is none. */
    @Nullable AVPacket poll() {
        AVPacket first = packets.pollFirst();
        if (first != null) {
            bytes -= first.size();
        }
        return first;
    }

    void clear() {
        packets.forEach(avcodec::av_packet_free);
        packets.clear();
        bytes = 0;
    }

    @Override
    public void close() {
        clear();
    }
}
