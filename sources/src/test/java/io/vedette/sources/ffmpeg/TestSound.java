package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** A silent track beside a {@link TestFilm}, in AAC. */
final class TestSound {

    private static final int RATE = 48_000;

    private TestSound() {}

    static AVCodecContext encoder(boolean headers) throws IOException {
        AVCodec codec = allocated(avcodec.avcodec_find_encoder_by_name("aac"), "aac");
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        context.sample_rate(RATE).sample_fmt(avutil.AV_SAMPLE_FMT_FLTP).bit_rate(32_000);
        avutil.av_channel_layout_default(context.ch_layout(), 1);
        context.time_base().num(1).den(RATE);
        context.flags(context.flags() | (headers ? avcodec.AV_CODEC_FLAG_GLOBAL_HEADER : 0));
        check(avcodec.avcodec_open2(context, codec, (AVDictionary) null), "aac");
        return context;
    }

    static void write(
            AVFormatContext format, AVStream stream, AVCodecContext context, double seconds)
            throws IOException {
        AVFrame silence = avutil.av_frame_alloc();
        silence.nb_samples(context.frame_size()).format(context.sample_fmt()).sample_rate(RATE);
        avutil.av_channel_layout_default(silence.ch_layout(), 1);
        try {
            check(avutil.av_frame_get_buffer(silence, 0), "silence");
            silence.data(0).capacity(silence.linesize(0)).zero();
            for (long at = 0; at < seconds * RATE; at += context.frame_size()) {
                silence.pts(at);
                check(avcodec.avcodec_send_frame(context, silence), "aac");
                TestFilm.writePackets(format, stream, context);
            }
        } finally {
            avutil.av_frame_free(silence);
        }
        avcodec.avcodec_send_frame(context, null);
        TestFilm.writePackets(format, stream, context);
    }
}
