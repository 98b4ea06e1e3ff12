package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtp.RtpFormat;
import io.vedette.sources.ffmpeg.AccessUnit;
import java.util.Arrays;

/** Sound of which nothing is heard, as A-law in packets of 20 ms. */
final class Silence implements Footage {

    private static final int PACKETS_PER_SECOND = 50;
    private static final int SAMPLES = 160;
    private static final byte ZERO = (byte) 0xD5;

    @Override
    public RtpFormat format() {
        return RtpFormat.aLaw();
    }

    @Override
    public double framesPerSecond() {
        return PACKETS_PER_SECOND;
    }

    @Override
    public long reordering() {
        return 0;
    }

    @Override
    public Playback play(long elapsed) {
        return new Track();
    }

    /** One packet after another. */
    private static final class Track implements Playback {

        private final byte[] samples = new byte[SAMPLES];
        private long count;

        Track() {
            Arrays.fill(samples, ZERO);
        }

        @Override
        public TimedPicture next() {
            long time = count * AccessUnit.RATE / PACKETS_PER_SECOND;
            count++;
            return new TimedPicture(samples, time, time, true);
        }

        @Override
        public void close() {}
    }
}
