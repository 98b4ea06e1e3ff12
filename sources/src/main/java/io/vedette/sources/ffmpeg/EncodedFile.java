package io.vedette.sources.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * The encoded pictures of the first video stream of a file, in decoding order, neither decoded nor
 * encoded anew.
 *
 * <p>Used by one thread.
 */
public final class EncodedFile implements AutoCloseable {

    private static final AVRational TICKS = new AVRational().num(1).den(AccessUnit.RATE);

    private final Demuxer demuxer;
    private final EncodedCodec codec;
    private final @Nullable PacketFilter filter;
    private final AVRational timeBase;
    private final long interval;
    private boolean drained;
    private long lastDecodedAt = Long.MIN_VALUE;

    private EncodedFile(Demuxer demuxer) throws IOException {
        this.demuxer = demuxer;
        AVStream video = demuxer.video();
        this.codec = EncodedCodec.of(video.codecpar().codec_id());
        this.timeBase = video.time_base();
        this.interval = interval(video);
        this.filter =
                codec.startCodeFilter == null
                        ? null
                        : new PacketFilter(codec.startCodeFilter, video);
    }

    /**
     * Opens a video.
     *
     * @throws IOException if it cannot be read or its codec is none of {@link EncodedCodec}
     */
    public static EncodedFile open(Path file) throws IOException {
        Ffmpeg.load();
        Demuxer demuxer = Demuxer.ofFile(file, () -> false);
        try {
            return new EncodedFile(demuxer);
        } catch (IOException e) {
            demuxer.close();
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static long interval(AVStream video) {
        AVRational rate = video.avg_frame_rate();
        if (rate.num() <= 0 || rate.den() <= 0) {
            rate = video.r_frame_rate();
        }
        return rate.num() <= 0 || rate.den() <= 0
                ? AccessUnit.RATE / 25
                : Math.round((double) AccessUnit.RATE * rate.den() / rate.num());
    }

    public EncodedCodec codec() {
        return codec;
    }

    /** In pixels. */
    public int width() {
        return demuxer.video().codecpar().width();
    }

    /** In pixels. */
    public int height() {
        return demuxer.video().codecpar().height();
    }

    /**
     * Reads on.
     *
     * @return null at the end
     */
    public @Nullable AccessUnit next() throws IOException {
        if (filter == null) {
            AVPacket packet = demuxer.read();
            return packet == null ? null : unit(packet);
        }
        AVPacket filtered = filter.receive();
        while (filtered == null && !drained) {
            AVPacket packet = demuxer.read();
            drained = packet == null;
            filter.send(packet);
            filtered = filter.receive();
        }
        return filtered == null ? null : unit(filtered);
    }

    private AccessUnit unit(AVPacket packet) throws IOException {
        byte[] data = new byte[packet.size()];
        packet.data().get(data);
        long decodedAt = ticks(packet.dts());
        long presentedAt = ticks(packet.pts());
        if (presentedAt == avutil.AV_NOPTS_VALUE) {
            presentedAt = withoutTime();
        }
        if (decodedAt == avutil.AV_NOPTS_VALUE) {
            decodedAt = guessedDecodedAt(presentedAt);
        }
        lastDecodedAt = Math.max(Math.min(decodedAt, presentedAt), lastDecodedAt + 1);
        long duration = packet.duration() > 0 ? ticks(packet.duration()) : interval;
        boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
        return new AccessUnit(data, presentedAt, lastDecodedAt, duration, key);
    }

    /** Matroska leaves it out for the first pictures of a video with B frames. */
    private long guessedDecodedAt(long presentedAt) {
        return lastDecodedAt == Long.MIN_VALUE
                ? presentedAt - demuxer.video().codecpar().video_delay() * interval
                : lastDecodedAt + 1;
    }

    /** A bare stream without times is played at its rate, if its pictures need no reordering. */
    private long withoutTime() throws IOException {
        if (demuxer.video().codecpar().video_delay() > 0) {
            throw new IOException(
                    "a video with B frames must have presentation times but has none: put it into an MP4 or MKV file");
        }
        return lastDecodedAt == Long.MIN_VALUE ? 0 : lastDecodedAt + interval;
    }

    private long ticks(long time) {
        return time == avutil.AV_NOPTS_VALUE ? time : avutil.av_rescale_q(time, timeBase, TICKS);
    }

    @Override
    public void close() {
        if (filter != null) {
            filter.close();
        }
        demuxer.close();
    }
}
