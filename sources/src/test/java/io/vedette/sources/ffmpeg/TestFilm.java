package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/**
 * Short films of any codec, pixel format, size and container that FFmpeg can write, for tests: 25
 * pictures a second, the left half of each {@link #LEFT}, the right half {@link #RIGHT}.
 *
 * @param encoder FFmpeg's name
 * @param pixels FFmpeg's name of the pixel format
 */
record TestFilm(String encoder, String pixels, int width, int height, boolean interlaced) {

    /** Blue, green and red. */
    static final int[] LEFT = {40, 120, 200};

    static final int[] RIGHT = {180, 90, 60};

    private static final int RATE = 25;
    private static final int EASY = 2;
    private static final int KEY_INTERVAL = 10;
    private static final int LONG = 600;

    TestFilm(String encoder, String pixels, int width, int height) {
        this(encoder, pixels, width, height, false);
    }

    /** Writes so many pictures into a container, which the name of the file tells. */
    Path write(Path file, int pictures, boolean sound) throws IOException {
        return write(file, pictures, sound, picture -> picture % KEY_INTERVAL == 0);
    }

    /** The same, where only the given pictures, of which the first must be one, are key. */
    Path write(Path file, int pictures, boolean sound, IntPredicate key) throws IOException {
        Ffmpeg.load();
        AVFormatContext format = new AVFormatContext(null);
        check(
                avformat.avformat_alloc_output_context2(format, null, null, file.toString()),
                file.toString());
        boolean headers = (format.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0;
        AVCodecContext audio = sound ? TestSound.encoder(headers) : null;
        AVStream audioStream = audio == null ? null : stream(format, audio);
        AVCodecContext video = encoder(headers);
        AVStream videoStream = stream(format, video);
        try {
            if ((format.oformat().flags() & avformat.AVFMT_NOFILE) == 0) {
                open(format, file);
            }
            check(avformat.avformat_write_header(format, (AVDictionary) null), encoder);
            writePictures(format, videoStream, video, pictures, key);
            if (audio != null && audioStream != null) {
                TestSound.write(format, audioStream, audio, pictures / (double) RATE);
            }
            check(avformat.av_write_trailer(format), encoder);
        } finally {
            avcodec.avcodec_free_context(video);
            if (audio != null) {
                avcodec.avcodec_free_context(audio);
            }
            if (format.pb() != null) {
                avformat.avio_closep(format.pb());
            }
            avformat.avformat_free_context(format);
        }
        return file;
    }

    private static void open(AVFormatContext format, Path file) throws IOException {
        AVIOContext io = new AVIOContext(null);
        check(avformat.avio_open(io, file.toString(), avformat.AVIO_FLAG_WRITE), file.toString());
        format.pb(io);
    }

    private static AVStream stream(AVFormatContext format, AVCodecContext context)
            throws IOException {
        AVStream stream = avformat.avformat_new_stream(format, null);
        check(avcodec.avcodec_parameters_from_context(stream.codecpar(), context), "a stream");
        stream.time_base(context.time_base());
        stream.avg_frame_rate(context.framerate());
        return stream;
    }

    private AVCodecContext encoder(boolean headers) throws IOException {
        AVCodec codec = allocated(avcodec.avcodec_find_encoder_by_name(encoder), encoder);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        context.width(width).height(height).pix_fmt(avutil.av_get_pix_fmt(pixels));
        context.color_range(range()).colorspace(matrix());
        context.time_base().num(1).den(RATE);
        context.framerate().num(RATE).den(1);
        context.sample_aspect_ratio().num(1).den(1);
        context.gop_size(LONG).max_b_frames(0).thread_count(1);
        context.flags(
                context.flags()
                        | (headers ? avcodec.AV_CODEC_FLAG_GLOBAL_HEADER : 0)
                        | (interlaced
                                ? avcodec.AV_CODEC_FLAG_INTERLACED_DCT
                                        | avcodec.AV_CODEC_FLAG_INTERLACED_ME
                                : 0));
        context.bit_rate(Math.max(2_000_000L, 4L * width * height)).qmin(EASY);
        context.strict_std_compliance(avcodec.FF_COMPLIANCE_EXPERIMENTAL);
        check(avcodec.avcodec_open2(context, codec, (AVDictionary) null), encoder);
        return context;
    }

    private int range() {
        boolean full = pixels.startsWith("yuvj") || matrix() == avutil.AVCOL_SPC_RGB;
        return full ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG;
    }

    private int matrix() {
        boolean rgb = pixels.contains("rgb") || pixels.contains("gbr") || pixels.contains("bgr");
        return rgb ? avutil.AVCOL_SPC_RGB : avutil.AVCOL_SPC_SMPTE170M;
    }

    private void writePictures(
            AVFormatContext format,
            AVStream stream,
            AVCodecContext context,
            int pictures,
            IntPredicate key)
            throws IOException {
        AVFrame picture = picture();
        try {
            for (int i = 0; i < pictures; i++) {
                picture.pts(i);
                picture.pict_type(
                        key.test(i) ? avutil.AV_PICTURE_TYPE_I : avutil.AV_PICTURE_TYPE_NONE);
                check(avcodec.avcodec_send_frame(context, picture), encoder);
                writePackets(format, stream, context);
            }
        } finally {
            avutil.av_frame_free(picture);
        }
        avcodec.avcodec_send_frame(context, null);
        writePackets(format, stream, context);
    }

    /** Writes what an encoder has ready. */
    static void writePackets(AVFormatContext format, AVStream stream, AVCodecContext context)
            throws IOException {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            while (avcodec.avcodec_receive_packet(context, packet) >= 0) {
                avcodec.av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
                packet.stream_index(stream.index());
                check(avformat.av_interleaved_write_frame(format, packet), "a packet");
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
    }

    private AVFrame picture() throws IOException {
        AVFrame picture = avutil.av_frame_alloc();
        picture.width(width).height(height).format(avutil.av_get_pix_fmt(pixels));
        picture.color_range(range()).colorspace(matrix());
        check(avutil.av_frame_get_buffer(picture, 0), "a picture");
        SwsContext scaler = swscale.sws_alloc_context();
        scaler.flags(swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND);
        try (PixelFrame bgr = new PixelFrame(halves(), width, height, avutil.AV_PIX_FMT_BGR24)) {
            bgr.get().colorspace(avutil.AVCOL_SPC_RGB);
            check(swscale.sws_scale_frame(scaler, picture, bgr.get()), "scaling");
        } finally {
            swscale.sws_freeContext(scaler);
        }
        if (interlaced) {
            picture.flags(AVFrame.AV_FRAME_FLAG_INTERLACED | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST);
        }
        return picture;
    }

    private byte[] halves() {
        byte[] bgr = new byte[width * height * 3];
        for (int i = 0; i < bgr.length; i++) {
            boolean left = i / 3 % width < width / 2;
            bgr[i] = (byte) (left ? LEFT : RIGHT)[i % 3];
        }
        return bgr;
    }
}
