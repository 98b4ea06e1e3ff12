package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtp.RtpFormat;
import io.vedette.sources.ffmpeg.AccessUnit;
import io.vedette.sources.ffmpeg.EncodedCodec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Drawn pictures as JPEGs, as Java writes them: baseline, 4:2:0, the standard tables. */
final class JpegFootage implements Footage {

    private final Pictures pictures;
    private final RtpFormat format;

    JpegFootage(Pictures pictures) throws IOException {
        this.pictures = pictures;
        this.format = RtpFormat.of(EncodedCodec.MJPEG, jpeg(pictures.picture(0)));
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }

    @Override
    public RtpFormat format() {
        return format;
    }

    @Override
    public double framesPerSecond() {
        return pictures.framesPerSecond();
    }

    @Override
    public long reordering() {
        return 0;
    }

    @Override
    public Playback play(long elapsed) {
        return new Drawing(elapsed * pictures.framesPerSecond() / AccessUnit.RATE);
    }

    /** Draws the pictures from a number on. */
    private final class Drawing implements Playback {

        private final long firstFrame;
        private long count;

        Drawing(long firstFrame) {
            this.firstFrame = firstFrame;
        }

        @Override
        public TimedPicture next() throws IOException {
            byte[] data = jpeg(pictures.picture(firstFrame + count));
            long time = count * AccessUnit.RATE / pictures.framesPerSecond();
            count++;
            return new TimedPicture(data, time, time, true);
        }

        @Override
        public void close() {}
    }
}
