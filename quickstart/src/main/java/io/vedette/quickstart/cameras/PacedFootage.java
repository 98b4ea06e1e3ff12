package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtp.RtpFormat;
import java.io.IOException;

/**
 * Footage at a rate of its own: all of its times are stretched or shortened alike.
 *
 * @param stretch how much longer it takes than it did; more than 0
 */
record PacedFootage(Footage footage, double stretch) implements Footage {

    static PacedFootage of(Footage footage, double framesPerSecond) {
        if (!(framesPerSecond > 0) || Double.isInfinite(framesPerSecond)) {
            throw new IllegalArgumentException(
                    "Frames per second must be more than 0 but were %s."
                            .formatted(framesPerSecond));
        }
        return new PacedFootage(footage, footage.framesPerSecond() / framesPerSecond);
    }

    @Override
    public RtpFormat format() {
        return footage.format();
    }

    @Override
    public double framesPerSecond() {
        return footage.framesPerSecond() / stretch;
    }

    @Override
    public long reordering() {
        return (long) Math.ceil(footage.reordering() * stretch);
    }

    @Override
    public Playback play(long elapsed) throws IOException {
        Playback playback = footage.play(Math.round(elapsed / stretch));
        return new Playback() {

            @Override
            public TimedPicture next() throws IOException {
                TimedPicture picture = playback.next();
                return new TimedPicture(
                        picture.data(),
                        stretched(picture.sendAt()),
                        stretched(picture.takenAt()),
                        picture.key());
            }

            @Override
            public void close() {
                playback.close();
            }
        };
    }

    private long stretched(long ticks) {
        return Math.round(ticks * stretch);
    }
}
