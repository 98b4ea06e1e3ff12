package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import io.vedette.schema.CameraUri;
import io.vedette.sources.RtspSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * The packets of the first video stream of a camera or a file.
 *
 * <p>RTSP is not probed: its session description names the codec, and probing costs seconds.
 */
final class Demuxer implements AutoCloseable {

    private final AVFormatContext format;
    private final Deadline deadline;
    private final @Nullable Duration readTimeout;
    private final AVPacket packet;
    private final AVStream video;

    private Demuxer(
            AVFormatContext format,
            AVStream video,
            Deadline deadline,
            @Nullable Duration readTimeout) {
        this.format = format;
        this.video = video;
        this.deadline = deadline;
        this.readTimeout = readTimeout;
        this.packet = avcodec.av_packet_alloc();
    }

    static Demuxer ofNetwork(String uri, RtspSettings settings, BooleanSupplier cancelled)
            throws IOException {
        boolean rtsp = CameraUri.scheme(uri).startsWith("rtsp");
        AVDictionary options = new AVDictionary(null);
        if (rtsp) {
            String transport = settings.transport().name().toLowerCase(Locale.ROOT);
            avutil.av_dict_set(options, "rtsp_transport", transport, 0);
        }
        Deadline deadline = new Deadline(cancelled);
        deadline.allow(settings.openTimeout());
        return opened(uri, options, deadline, settings.readTimeout(), !rtsp);
    }

    static Demuxer ofFile(Path file, BooleanSupplier cancelled) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("cannot open %s: there is no readable file".formatted(file));
        }
        String url = "file:" + file.toAbsolutePath();
        return opened(url, new AVDictionary(null), new Deadline(cancelled), null, true);
    }

    private static Demuxer opened(
            String url,
            AVDictionary options,
            Deadline deadline,
            @Nullable Duration readTimeout,
            boolean probe)
            throws IOException {
        AVFormatContext format = avformat.avformat_alloc_context();
        deadline.watch(format);
        try {
            int result = avformat.avformat_open_input(format, url, null, options);
            if (result < 0) {
                throw new IOException(Ffmpeg.message(result));
            }
            return new Demuxer(format, video(format, probe), deadline, readTimeout);
        } catch (IOException e) {
            avformat.avformat_close_input(format);
            deadline.close();
            String problem =
                    deadline.passed() ? "no answer for " + deadline.allowed() : e.getMessage();
            throw new IOException(
                    "cannot open %s: %s".formatted(CameraUri.redact(url), problem), e);
        } finally {
            avutil.av_dict_free(options);
        }
    }

    private static AVStream video(AVFormatContext format, boolean probe) throws IOException {
        if (probe) {
            check(
                    avformat.avformat_find_stream_info(format, (AVDictionary) null),
                    "its streams are not understood");
        }
        AVStream video = null;
        for (int i = 0; i < format.nb_streams(); i++) {
            AVStream stream = format.streams(i);
            if (video == null && isVideo(stream)) {
                video = stream;
            } else {
                stream.discard(avcodec.AVDISCARD_ALL);
            }
        }
        if (video == null) {
            throw new IOException("there is no video in it");
        }
        return video;
    }

    private static boolean isVideo(AVStream stream) {
        boolean cover = (stream.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0;
        return stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO && !cover;
    }

    AVStream video() {
        return video;
    }

    /**
     * Waits for the next video packet, which is valid until the next call.
     *
     * @return null at the end
     */
    @Nullable AVPacket read() throws IOException {
        if (readTimeout != null) {
            deadline.allow(readTimeout);
        }
        int result;
        do {
            avcodec.av_packet_unref(packet);
            result = avformat.av_read_frame(format, packet);
        } while (result >= 0 && packet.stream_index() != video.index());
        if (result == avutil.AVERROR_EOF && !deadline.passed()) {
            return null;
        }
        if (readTimeout != null && deadline.passed()) {
            throw new IOException("no packet for " + deadline.allowed());
        }
        check(result, "reading failed");
        return packet;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(format);
        deadline.close();
    }
}
