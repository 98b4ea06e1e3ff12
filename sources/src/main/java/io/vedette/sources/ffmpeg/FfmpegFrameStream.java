package io.vedette.sources.ffmpeg;

import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.sources.DecodeDevice;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.FrameStream;
import io.vedette.sources.RetainedFrame;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.StreamException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * The first video stream of a camera, a video file or an image file, decoded by FFmpeg.
 *
 * <p>Calls to the network end when their timeout passes or when the stream is cancelled, whichever
 * is first. What fails is a {@link StreamException} with its cause; messages hold no credentials.
 * All native memory is freed by {@link #close}, or by the factory if it fails; that of a picture
 * that is retained when that is closed, too.
 */
public final class FfmpegFrameStream implements FrameStream {

    private final Demuxer demuxer;
    private final VideoDecoder decoder;
    private final PictureReader pictures;
    private final MediaClock clock;
    private final Rotation rotation;
    private final PixelMaker pixels;

    private FfmpegFrameStream(
            Demuxer demuxer, DecodeDevice device, DecodeWatch watch, DecodeSaving saving)
            throws IOException {
        this.demuxer = demuxer;
        this.decoder = new VideoDecoder(demuxer.video(), device);
        this.pictures = new PictureReader(demuxer, decoder, watch, saving);
        this.clock = new MediaClock(demuxer.video());
        this.rotation = new Rotation();
        this.pixels = new PixelMaker();
    }

    /**
     * Connects to a camera.
     *
     * @param uri {@code rtsp:}, {@code rtsps:}, {@code http:} or {@code https:}; its references to
     *     secrets are read here
     * @param cancelled asked all the while; once true, calls return soon, with an error
     */
    public static FfmpegFrameStream ofNetwork(
            String uri, RtspSettings settings, BooleanSupplier cancelled) throws IOException {
        return ofNetwork(uri, settings, null, cancelled);
    }

    /**
     * Connects to a camera of which only some pictures are wanted.
     *
     * @param framesPerSecond how many; more may come, and about as many at least, if the camera
     *     sends them; null means all
     */
    public static FfmpegFrameStream ofNetwork(
            String uri,
            RtspSettings settings,
            @Nullable Double framesPerSecond,
            BooleanSupplier cancelled)
            throws IOException {
        Ffmpeg.load();
        Demuxer demuxer = Demuxer.ofNetwork(uri, settings, cancelled);
        DecodeDevice device = settings.video().device();
        return of(demuxer, device, watch(settings), new DecodeSaving(framesPerSecond));
    }

    /**
     * Opens a local video or image, all of whose pictures come.
     *
     * @param cancelled asked all the while; once true, calls return soon, with an error
     */
    public static FfmpegFrameStream ofFile(Path file, BooleanSupplier cancelled)
            throws IOException {
        return ofFile(file, null, cancelled);
    }

    /**
     * Opens a local video of which only some pictures are wanted.
     *
     * @param framesPerSecond how many, as of a camera; null means all
     */
    public static FfmpegFrameStream ofFile(
            Path file, @Nullable Double framesPerSecond, BooleanSupplier cancelled)
            throws IOException {
        Ffmpeg.load();
        return of(
                Demuxer.ofFile(file, cancelled),
                DecodeDevice.CPU,
                new DecodeWatch(null, System::nanoTime),
                new DecodeSaving(framesPerSecond));
    }

    /** Silence is not for it to notice. */
    private static DecodeWatch watch(RtspSettings settings) {
        Duration picture = settings.video().pictureTimeout();
        Duration silence = settings.readTimeout();
        return new DecodeWatch(
                picture.compareTo(silence) > 0 ? picture : silence, System::nanoTime);
    }

    private static FfmpegFrameStream of(
            Demuxer demuxer, DecodeDevice device, DecodeWatch watch, DecodeSaving saving)
            throws IOException {
        try {
            return new FfmpegFrameStream(demuxer, device, watch, saving);
        } catch (IOException | RuntimeException e) {
            demuxer.close();
            throw e;
        }
    }

    @Override
    public @Nullable DecodedFrame next() throws IOException {
        if (!pictures.next()) {
            return null;
        }
        Duration mediaTime = clock.time(decoder.frame());
        return new Decoded(
                rotation.upright(decoder.frame()), mediaTime, decoder.tag(), pictures.skipped());
    }

    @Override
    public String codec() {
        return decoder.codec();
    }

    @Override
    public void close() {
        pixels.release();
        rotation.close();
        pictures.close();
        decoder.close();
        demuxer.close();
    }

    /** The picture that the decoder holds. */
    private final class Decoded implements DecodedFrame {

        private final AVFrame picture;
        private final Duration mediaTime;
        private final long sentMicros;
        private final int skipped;

        Decoded(AVFrame picture, Duration mediaTime, long sentMicros, int skipped) {
            this.picture = picture;
            this.mediaTime = mediaTime;
            this.sentMicros = sentMicros;
            this.skipped = skipped;
        }

        @Override
        public int width() {
            return picture.width();
        }

        @Override
        public int height() {
            return picture.height();
        }

        @Override
        public Duration mediaTime() {
            return mediaTime;
        }

        @Override
        public @Nullable Instant sentAt() {
            return sentMicros == SenderClock.UNKNOWN
                    ? null
                    : Instant.EPOCH.plus(sentMicros, ChronoUnit.MICROS);
        }

        @Override
        public int skipped() {
            return skipped;
        }

        @Override
        public long fingerprint() {
            return Fingerprint.of(picture);
        }

        @Override
        public boolean damaged() {
            return decoder.damaged();
        }

        @Override
        public Raster raster(RasterSpec spec) throws IOException {
            return pixels.raster(picture, spec);
        }

        @Override
        public byte[] picture(int quality) throws IOException {
            return pixels.picture(picture, quality);
        }

        @Override
        public RetainedFrame retain() throws IOException {
            return new RetainedPicture(picture, pixels);
        }
    }
}
