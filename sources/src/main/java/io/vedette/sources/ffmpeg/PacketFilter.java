package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avcodec.AVBitStreamFilter;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** One of FFmpeg's bitstream filters: encoded packets in, encoded packets out. */
final class PacketFilter implements AutoCloseable {

    private final String name;
    private final AVBSFContext context;
    private final AVPacket packet = avcodec.av_packet_alloc();

    PacketFilter(String name, AVStream stream) throws IOException {
        this.name = name;
        AVBitStreamFilter filter = allocated(avcodec.av_bsf_get_by_name(name), name);
        context = new AVBSFContext(null);
        check(avcodec.av_bsf_alloc(filter, context), name);
        try {
            check(avcodec.avcodec_parameters_copy(context.par_in(), stream.codecpar()), name);
            context.time_base_in(stream.time_base());
            check(avcodec.av_bsf_init(context), name);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Takes a packet; null means that none follows. */
    void send(@Nullable AVPacket given) throws IOException {
        check(avcodec.av_bsf_send_packet(context, given), name);
    }

    /**
     * The next filtered packet, valid until the next call.
     *
     * @return null if it needs another packet, or at the end
     */
    @Nullable AVPacket receive() throws IOException {
        avcodec.av_packet_unref(packet);
        int result = avcodec.av_bsf_receive_packet(context, packet);
        if (result == avutil.AVERROR_EAGAIN() || result == avutil.AVERROR_EOF) {
            return null;
        }
        check(result, name);
        return packet;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avcodec.av_bsf_free(context);
    }
}
