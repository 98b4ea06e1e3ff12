package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtp.RtpFormat;
import io.vedette.sources.ffmpeg.AccessUnit;
import io.vedette.sources.ffmpeg.EncodedCodec;
import io.vedette.sources.ffmpeg.H264Encoder;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;

/** Drawn pictures as H.264, with a key picture every two seconds. */
final class PictureFootage implements Footage {

    private static final int KEY_SECONDS = 2;

    private final Pictures pictures;
    private final RtpFormat format;

    PictureFootage(Pictures pictures) throws IOException {
        if (pictures.framesPerSecond() < 1 || pictures.framesPerSecond() > 240) {
            throw new IllegalArgumentException(
                    "Pictures must have a rate of 1 to 240 per second but have %d."
                            .formatted(pictures.framesPerSecond()));
        }
        this.pictures = pictures;
        try (Drawing drawing = new Drawing(0)) {
            this.format = RtpFormat.of(EncodedCodec.H264, drawing.next().data());
        }
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
    public Playback play(long elapsed) throws IOException {
        return new Drawing(elapsed * pictures.framesPerSecond() / AccessUnit.RATE);
    }

    /** Draws and encodes the pictures from a number on. */
    private final class Drawing implements Playback {

        private final H264Encoder encoder =
                new H264Encoder(
                        pictures.width(),
                        pictures.height(),
                        pictures.framesPerSecond(),
                        KEY_SECONDS * pictures.framesPerSecond());
        private final long firstFrame;
        private long count;

        Drawing(long firstFrame) throws IOException {
            this.firstFrame = firstFrame;
        }

        @Override
        public TimedPicture next() throws IOException {
            AccessUnit unit = null;
            while (unit == null) {
                unit = encoder.encode(pixels(pictures.picture(firstFrame + count)), count);
                count++;
            }
            return new TimedPicture(
                    unit.data(), unit.presentedAt(), unit.presentedAt(), unit.key());
        }

        private byte[] pixels(BufferedImage picture) {
            if (picture.getType() != BufferedImage.TYPE_3BYTE_BGR
                    || picture.getWidth() != pictures.width()
                    || picture.getHeight() != pictures.height()) {
                throw new IllegalStateException(
                        "A picture must be %d x %d of TYPE_3BYTE_BGR but was %d x %d of type %d."
                                .formatted(
                                        pictures.width(),
                                        pictures.height(),
                                        picture.getWidth(),
                                        picture.getHeight(),
                                        picture.getType()));
            }
            return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
