package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtp.RtpFormat;
import io.vedette.sources.ffmpeg.AccessUnit;
import io.vedette.sources.ffmpeg.EncodedFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A video file over and over, as it is encoded.
 *
 * <p>The file is read once when it is opened, to know its times: the first picture follows the last
 * one at the mean distance of pictures, since files are wrong about how long the last one lasts.
 */
final class FileFootage implements Footage {

    private final Path file;
    private final RtpFormat format;
    private final AccessUnit first;
    private final long length;
    private final long reordering;
    private final double framesPerSecond;

    private FileFootage(Path file, EncodedFile video) throws IOException {
        this.file = file;
        this.first = firstKey(file, video);
        this.format = RtpFormat.of(video.codec(), first.data());
        long last = first.presentedAt();
        long latest = 0;
        long count = 0;
        long earliest = first.presentedAt();
        for (AccessUnit unit = first; unit != null; unit = video.next()) {
            last = Math.max(last, unit.presentedAt());
            latest = Math.max(latest, unit.presentedAt() - unit.decodedAt());
            earliest = Math.min(earliest, unit.presentedAt());
            count++;
        }
        this.length = count == 1 ? first.duration() : (last - earliest) * count / (count - 1);
        this.reordering = latest;
        this.framesPerSecond = (double) count * AccessUnit.RATE / length;
    }

    static FileFootage open(Path file) throws IOException {
        try (EncodedFile video = EncodedFile.open(file)) {
            return new FileFootage(file, video);
        }
    }

    private static AccessUnit firstKey(Path file, EncodedFile video) throws IOException {
        AccessUnit unit = video.next();
        while (unit != null && !unit.key()) {
            unit = video.next();
        }
        if (unit == null) {
            throw new IOException("%s: there is no key picture in it".formatted(file));
        }
        return unit;
    }

    @Override
    public RtpFormat format() {
        return format;
    }

    @Override
    public double framesPerSecond() {
        return framesPerSecond;
    }

    @Override
    public long reordering() {
        return reordering;
    }

    @Override
    public Playback play(long elapsed) throws IOException {
        return new Loop();
    }

    /** Opens the file again for every round. */
    private final class Loop implements Playback {

        private EncodedFile video = EncodedFile.open(file);
        private @Nullable AccessUnit next = firstKey(file, video);
        private long roundStart;
        private long lastSendAt;

        Loop() throws IOException {}

        @Override
        public TimedPicture next() throws IOException {
            AccessUnit unit = next == null ? rewound() : next;
            next = video.next();
            long start = roundStart - first.decodedAt();
            lastSendAt = Math.max(lastSendAt, start + unit.decodedAt());
            long takenAt = start + unit.presentedAt() - reordering;
            return new TimedPicture(
                    unit.data(), lastSendAt, Math.min(takenAt, lastSendAt), unit.key());
        }

        private AccessUnit rewound() throws IOException {
            video.close();
            video = EncodedFile.open(file);
            roundStart += length;
            return firstKey(file, video);
        }

        @Override
        public void close() {
            video.close();
        }
    }
}
