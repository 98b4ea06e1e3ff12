package io.vedette.sources.ffmpeg;

import io.vedette.schema.CameraCause;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.StreamException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

    /** Of a stream over HTTP, looked at before it begins. */
    private static final Duration NETWORK_PROBE = Duration.ofSeconds(1);

    private final AVFormatContext format;
    private final Deadline deadline;
    private final @Nullable CameraConnection connection;
    private final @Nullable Duration readTimeout;
    private final AVPacket packet;
    private final AVStream video;

    private Demuxer(
            AVFormatContext format,
            AVStream video,
            Deadline deadline,
            @Nullable CameraConnection connection,
            @Nullable Duration readTimeout) {
        this.format = format;
        this.video = video;
        this.deadline = deadline;
        this.connection = connection;
        this.readTimeout = readTimeout;
        this.packet = avcodec.av_packet_alloc();
    }

    static Demuxer ofNetwork(String uri, RtspSettings settings, BooleanSupplier cancelled)
            throws IOException {
        Deadline deadline = new Deadline(cancelled);
        deadline.allow(settings.openTimeout());
        CameraConnection connection = null;
        try {
            connection = CameraConnection.prepare(uri, settings, deadline);
            return opened(connection.input(), deadline, connection, settings.readTimeout());
        } catch (IOException | RuntimeException e) {
            deadline.close();
            StreamException better = connection == null ? null : connection.failure();
            if (connection != null) {
                connection.close();
            }
            if (better != null) {
                throw better;
            }
            throw e;
        }
    }

    static Demuxer ofFile(Path file, BooleanSupplier cancelled) throws IOException {
        Input input = Input.file(file);
        Deadline deadline = new Deadline(cancelled);
        try {
            return opened(input, deadline, null, null);
        } catch (IOException | RuntimeException e) {
            deadline.close();
            throw e;
        }
    }

    private static Demuxer opened(
            Input input,
            Deadline deadline,
            @Nullable CameraConnection connection,
            @Nullable Duration readTimeout)
            throws IOException {
        AVFormatContext format = avformat.avformat_alloc_context();
        deadline.watch(format);
        AVDictionary options = input.dictionary();
        try {
            check(
                    avformat.avformat_open_input(format, input.url(), null, options),
                    input,
                    deadline);
            if (input.probed()) {
                probe(format, input, connection != null, deadline);
            }
            return new Demuxer(format, video(format, input), deadline, connection, readTimeout);
        } catch (IOException e) {
            avformat.avformat_close_input(format);
            throw e;
        } finally {
            avutil.av_dict_free(options);
        }
    }

    private static void check(int result, Input input, Deadline deadline) throws StreamException {
        if (result >= 0) {
            return;
        }
        if (deadline.passed()) {
            String problem = "no answer for " + deadline.allowed();
            throw new StreamException(
                    CameraCause.NO_ANSWER, Failure.cannotOpen(input.shown(), problem), null);
        }
        throw Failure.opening(result, input.probed()).whileOpening(input.shown());
    }

    private static void probe(
            AVFormatContext format, Input input, boolean network, Deadline deadline)
            throws StreamException {
        if (network) {
            format.max_analyze_duration(NETWORK_PROBE.toNanos() / 1000);
        }
        int result = avformat.avformat_find_stream_info(format, (AVDictionary) null);
        check(result, input, deadline);
    }

    private static AVStream video(AVFormatContext format, Input input) throws StreamException {
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
            throw new StreamException(
                    CameraCause.NO_VIDEO,
                    Failure.cannotOpen(input.shown(), "there is no video in it"),
                    null);
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
    @Nullable AVPacket read() throws StreamException {
        if (readTimeout != null) {
            deadline.allow(readTimeout);
        }
        int result;
        do {
            avcodec.av_packet_unref(packet);
            result = avformat.av_read_frame(format, packet);
        } while (result >= 0
                && packet.stream_index() != video.index()
                && !deadline.passed()
                && !deadline.cancelled());
        if (deadline.passed()) {
            throw new StreamException(
                    CameraCause.NO_PACKETS, "no packet for " + deadline.allowed(), null);
        }
        if (result == avutil.AVERROR_EOF || brokenAtTheEnd(result)) {
            return null;
        }
        if (result < 0 || packet.stream_index() != video.index()) {
            throw Failure.reading(result).whileReading();
        }
        return packet;
    }

    /** The boundary that closes pushed JPEGs, or half of what was being sent. */
    private boolean brokenAtTheEnd(int result) {
        return connection != null
                && result == avutil.AVERROR_INVALIDDATA()
                && format.pb() != null
                && format.pb().eof_reached() != 0;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(format);
        if (connection != null) {
            connection.close();
        }
        deadline.close();
    }
}
