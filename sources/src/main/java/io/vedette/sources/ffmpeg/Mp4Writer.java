package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Writes pictures as an H.264 video in an MP4 file, which is whole after {@link #finish}.
 *
 * <p>The video's size is that of its constructor, made even by leaving out a last odd column and
 * row; pictures of another size are scaled to it. Used by one thread.
 */
public final class Mp4Writer implements AutoCloseable {

    private static final int TICKS_PER_SECOND = 90_000;
    private static final int FRAMES_PER_SECOND = 25;
    private static final double BITS_PER_PIXEL = 4;

    private final AVFormatContext format;
    private final AVCodecContext encoder;
    private final AVStream stream;
    private final AVRational timeBase;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final FrameScaler scaler = new FrameScaler();
    private final int width;
    private final int height;
    private long lastTicks = -1;
    private long interval = TICKS_PER_SECOND / FRAMES_PER_SECOND;

    public Mp4Writer(Path file, int width, int height) throws IOException {
        this.width = width & ~1;
        this.height = height & ~1;
        AVCodec codec =
                allocated(avcodec.avcodec_find_encoder_by_name("libopenh264"), "an H.264 encoder");
        format = new AVFormatContext(null);
        check(
                avformat.avformat_alloc_output_context2(format, null, "mp4", null),
                "MP4 file " + file);
        encoder = encoder(codec);
        timeBase = encoder.time_base();
        stream = avformat.avformat_new_stream(format, null);
        try {
            check(
                    avcodec.avcodec_open2(encoder, codec, (AVDictionary) null),
                    "H.264 encoder for %d x %d".formatted(width, height));
            check(avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder), "MP4 file");
            stream.time_base(timeBase);
            AVIOContext io = new AVIOContext(null);
            check(
                    avformat.avio_open(
                            io, file.toAbsolutePath().toString(), avformat.AVIO_FLAG_WRITE),
                    "cannot write " + file);
            format.pb(io);
            check(
                    avformat.avformat_write_header(format, (AVDictionary) null),
                    "cannot write " + file);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private AVCodecContext encoder(AVCodec codec) {
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        context.width(width).height(height).pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        context.colorspace(avutil.AVCOL_SPC_SMPTE170M).color_range(avutil.AVCOL_RANGE_MPEG);
        context.time_base().num(1).den(TICKS_PER_SECOND);
        context.framerate().num(FRAMES_PER_SECOND).den(1);
        context.gop_size(50).thread_count(1);
        context.bit_rate((long) (BITS_PER_PIXEL * width * height));
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        return context;
    }

    /**
     * Adds a picture.
     *
     * @param bgr rows of interleaved blue, green and red, {@code width * height * 3} bytes
     * @param time since the first picture; must rise
     */
    public void write(byte[] bgr, int width, int height, Duration time) throws IOException {
        int even = even(width, this.width);
        int evenHeight = even(height, this.height);
        try (PixelFrame picture = new PixelFrame(bgr, width, height, avutil.AV_PIX_FMT_BGR24)) {
            picture.get().width(even).height(evenHeight);
            AVFrame yuv =
                    scaler.scale(picture.get(), this.width, this.height, avutil.AV_PIX_FMT_YUV420P);
            long now = Math.max(lastTicks + 1, ticks(time));
            interval = lastTicks < 0 ? interval : now - lastTicks;
            lastTicks = now;
            yuv.pts(now);
            check(avcodec.avcodec_send_frame(encoder, yuv), "H.264 encoder");
        }
        drain();
    }

    /** Leaves out the odd last column or row, where that is all the difference. */
    private static int even(int extent, int target) {
        return extent - 1 == target ? target : extent;
    }

    private static long ticks(Duration time) {
        return time.toNanos() * 9 / 100_000;
    }

    private void drain() throws IOException {
        while (true) {
            int result = avcodec.avcodec_receive_packet(encoder, packet);
            if (result == avutil.AVERROR_EAGAIN() || result == avutil.AVERROR_EOF) {
                return;
            }
            check(result, "H.264 encoder");
            packet.duration(interval);
            avcodec.av_packet_rescale_ts(packet, timeBase, stream.time_base());
            packet.stream_index(stream.index());
            check(avformat.av_interleaved_write_frame(format, packet), "cannot write the MP4 file");
        }
    }

    /** Writes what is still held, and the index without which the file cannot be played. */
    public void finish() throws IOException {
        avcodec.avcodec_send_frame(encoder, null);
        drain();
        check(avformat.av_write_trailer(format), "cannot write the MP4 file");
    }

    @Override
    public void close() {
        scaler.close();
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(encoder);
        if (format.pb() != null) {
            avformat.avio_closep(format.pb());
            format.pb(null);
        }
        avformat.avformat_free_context(format);
    }
}
