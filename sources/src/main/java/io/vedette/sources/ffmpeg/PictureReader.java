package io.vedette.sources.ffmpeg;

import io.vedette.sources.ffmpeg.DecodeSaving.Depth;
import java.io.IOException;
import java.util.PriorityQueue;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Brings packets to the decoder until a picture is there, decodes no more than is wanted, and
 * counts what it passes over.
 *
 * <p>Where key pictures alone are decoded, each is drained out at once, so none waits for the next.
 * If they stop coming, what came since the last one is decoded after all: no picture is lost by
 * having saved.
 */
final class PictureReader implements AutoCloseable {

    private final Demuxer demuxer;
    private final VideoDecoder decoder;
    private final DecodeWatch watch;
    private final DecodeSaving saving;
    private final double secondsPerTick;
    private final SenderClock senders = new SenderClock();
    private final PacketGroup group = new PacketGroup();
    private final PriorityQueue<Long> withoutReferences = new PriorityQueue<>();
    private @Nullable AVPacket afterDrain;
    private boolean keysOnly;
    private boolean awaited;
    private boolean replaying;
    private boolean clean = true;
    private boolean ending;
    private long lastTicks = avutil.AV_NOPTS_VALUE;
    private int passed;
    private int passedInGroup;
    private int skipped;

    PictureReader(Demuxer demuxer, VideoDecoder decoder, DecodeWatch watch, DecodeSaving saving) {
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.watch = watch;
        this.saving = saving;
        this.secondsPerTick = avutil.av_q2d(demuxer.video().time_base());
    }

    /** Whether the decoder holds another picture; false at the end. */
    boolean next() throws IOException {
        while (true) {
            switch (decoder.receive()) {
                case PICTURE -> {
                    if (isNew()) {
                        return true;
                    }
                }
                case NEEDS_PACKET -> {
                    watch.packet();
                    feed();
                }
                case END -> {
                    if (ending) {
                        return false;
                    }
                    drained();
                }
            }
        }
    }

    /** How many pictures were passed over before the present one. */
    int skipped() {
        return skipped;
    }

    private boolean isNew() {
        watch.picture();
        long ticks = decoder.frame().best_effort_timestamp();
        boolean known = ticks != avutil.AV_NOPTS_VALUE && lastTicks != avutil.AV_NOPTS_VALUE;
        if (replaying && known && ticks <= lastTicks) {
            return false;
        }
        replaying = replaying && group.size() > 0;
        lastTicks = ticks;
        awaited = false;
        saving.picture();
        skipped = passed + leftOut(ticks);
        passed = 0;
        return true;
    }

    private int leftOut(long ticks) {
        int count = 0;
        while (!withoutReferences.isEmpty() && withoutReferences.peek() <= ticks) {
            count += withoutReferences.remove() < ticks ? 1 : 0;
        }
        return count;
    }

    private void feed() throws IOException {
        AVPacket kept = replaying ? group.poll() : null;
        if (kept != null) {
            send(kept);
            avcodec.av_packet_free(kept);
            return;
        }
        AVPacket packet = ending ? null : demuxer.read();
        if (packet == null) {
            ending = true;
            decoder.drain();
            return;
        }
        decoder.tag(packet, senders.micros(packet));
        boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
        decide(packet, key, saving.packet(seconds(packet), key));
    }

    private void decide(AVPacket packet, boolean key, Depth depth) {
        if (depth == Depth.KEYS) {
            if (keysOnly || key) {
                keysOnly = true;
                keep(packet, key);
                return;
            }
        } else if (keysOnly) {
            leaveKeys(packet, key);
            return;
        }
        decoder.onlyReferences(depth == Depth.REFERENCES);
        if (depth == Depth.REFERENCES && packet.pts() != avutil.AV_NOPTS_VALUE) {
            withoutReferences.add(packet.pts());
        } else {
            withoutReferences.clear();
        }
        send(packet);
    }

    private void keep(AVPacket packet, boolean key) {
        if (key) {
            group.clear();
            passedInGroup = 0;
        }
        group.add(packet);
        if (key && saving.due(seconds(packet))) {
            alone(packet);
        } else {
            passed++;
            passedInGroup++;
        }
        if (group.isFull()) {
            saving.noKeys();
        }
    }

    /** What was kept is decoded after all, unless a key picture makes that needless. */
    private void leaveKeys(AVPacket packet, boolean key) {
        keysOnly = false;
        decoder.onlyReferences(false);
        if (key) {
            group.clear();
            send(packet);
            return;
        }
        passed -= passedInGroup;
        group.add(packet);
        replaying = true;
    }

    private void alone(AVPacket packet) {
        awaited = true;
        decoder.onlyReferences(false);
        if (clean) {
            send(packet);
        } else {
            afterDrain = avcodec.av_packet_clone(packet);
        }
        decoder.drain();
    }

    private void drained() {
        decoder.flush();
        clean = true;
        if (afterDrain != null) {
            send(afterDrain);
            avcodec.av_packet_free(afterDrain);
            afterDrain = null;
            decoder.drain();
        } else if (awaited) {
            saving.noKeys();
        }
    }

    private void send(AVPacket packet) {
        clean = false;
        decoder.send(packet);
    }

    private double seconds(AVPacket packet) {
        return packet.pts() == avutil.AV_NOPTS_VALUE ? Double.NaN : packet.pts() * secondsPerTick;
    }

    @Override
    public void close() {
        group.close();
        if (afterDrain != null) {
            avcodec.av_packet_free(afterDrain);
            afterDrain = null;
        }
    }
}
