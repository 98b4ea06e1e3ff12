package io.vedette.sources.ffmpeg;

import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.FrameStream;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.StreamException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/**
 * The first video stream of a camera, a video file or an image file, decoded by FFmpeg.
 *
 * <p>Calls to the network end when their timeout passes or when the stream is cancelled, whichever
 * is first. What fails is a {@link StreamException} with its cause; messages hold no credentials.
 * All native memory is freed by {@link #close}, or by the factory if it fails.
 */
public final class FfmpegFrameStream implements FrameStream {

    private final Demuxer demuxer;
    private final VideoDecoder decoder;
    private final MediaClock clock;
    private final FrameScaler scaler;
    private final JpegEncoder jpeg;
    private final PictureWatch watch;
    private boolean draining;

    private FfmpegFrameStream(Demuxer demuxer, PictureWatch watch) throws IOException {
        this.demuxer = demuxer;
        this.watch = watch;
        this.decoder = new VideoDecoder(demuxer.video());
        this.clock = new MediaClock(demuxer.video());
        this.scaler = new FrameScaler();
        this.jpeg = new JpegEncoder();
    }

    /**
     * Connects to a camera.
     *
     * @param uri {@code rtsp:}, {@code rtsps:}, {@code http:} or {@code https:}
     * @param cancelled asked all the while; once true, calls return soon, with an error
     */
    public static FfmpegFrameStream ofNetwork(
            String uri, RtspSettings settings, BooleanSupplier cancelled) throws IOException {
        Ffmpeg.load();
        PictureWatch watch = PictureWatch.of(settings.video().pictureTimeout());
        return of(Demuxer.ofNetwork(uri, settings, cancelled), watch);
    }

    /**
     * Opens a local video or image.
     *
     * @param cancelled asked all the while; once true, calls return soon, with an error
     */
    public static FfmpegFrameStream ofFile(Path file, BooleanSupplier cancelled)
            throws IOException {
        Ffmpeg.load();
        return of(Demuxer.ofFile(file, cancelled), PictureWatch.never());
    }

    private static FfmpegFrameStream of(Demuxer demuxer, PictureWatch watch) throws IOException {
        try {
            return new FfmpegFrameStream(demuxer, watch);
        } catch (IOException | RuntimeException e) {
            demuxer.close();
            throw e;
        }
    }

    @Override
    public @Nullable DecodedFrame next() throws IOException {
        while (true) {
            switch (decoder.receive()) {
                case PICTURE -> {
                    watch.picture(decoder.damaged());
                    return new Decoded(clock.time(decoder.frame()));
                }
                case NEEDS_PACKET -> {
                    watch.packet();
                    feed();
                }
                case END -> {
                    return null;
                }
            }
        }
    }

    private void feed() throws IOException {
        AVPacket packet = draining ? null : demuxer.read();
        if (packet == null) {
            draining = true;
            decoder.drain();
        } else {
            decoder.send(packet);
        }
    }

    @Override
    public String codec() {
        return decoder.codec();
    }

    @Override
    public void close() {
        jpeg.close();
        scaler.close();
        decoder.close();
        demuxer.close();
    }

    /** The picture that the decoder holds. */
    private final class Decoded implements DecodedFrame {

        private final Duration mediaTime;

        Decoded(Duration mediaTime) {
            this.mediaTime = mediaTime;
        }

        @Override
        public int width() {
            return decoder.frame().width();
        }

        @Override
        public int height() {
            return decoder.frame().height();
        }

        @Override
        public Duration mediaTime() {
            return mediaTime;
        }

        @Override
        public @Nullable Instant sentAt() {
            return null;
        }

        @Override
        public int skipped() {
            return 0;
        }

        @Override
        public long fingerprint() {
            return Fingerprint.of(decoder.frame());
        }

        @Override
        public boolean damaged() {
            return decoder.damaged();
        }

        @Override
        public Raster raster(RasterSpec spec) throws IOException {
            return scaler.raster(decoder.frame(), spec);
        }

        @Override
        public byte[] picture(int quality) throws IOException {
            return jpeg.encode(decoder.frame(), quality);
        }
    }
}
