package io.vedette.bench.faults;

import static io.vedette.bench.faults.FaultKind.Course.DEGRADED;
import static io.vedette.bench.faults.FaultKind.Course.INSTANT;
import static io.vedette.bench.faults.FaultKind.Course.OUTAGE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What goes wrong, each in a trial of its own. */
public enum FaultKind {
    /** The server's process is killed, and started again later. */
    KILL(OUTAGE),
    /** The server's process is stopped (SIGSTOP): connections stay, nothing answers. */
    STOP(OUTAGE),
    /** The server's process is killed and started again at once. */
    RESTART(INSTANT),
    /** The password is not right any more; connections are closed. */
    WRONG_PASSWORD(OUTAGE),
    /** The path is not there any more; connections are closed. */
    NOT_FOUND(OUTAGE),
    /** From the next connection on it is another codec: MJPEG for H.264. */
    CODEC_CHANGE(INSTANT),
    /** Within the stream, pictures are half as wide and high. */
    RESOLUTION_CHANGE(INSTANT),
    /** RTP timestamps go back by ten seconds. */
    TIMESTAMP_JUMP_BACK(INSTANT),
    /** RTP timestamps pass 2^32. */
    TIMESTAMP_WRAP(INSTANT),
    /** Over UDP, 30 % of the RTP packets get lost. */
    UDP_LOSS_30(DEGRADED),
    /** One in a thousand bytes of the video is another. */
    BIT_FLIPS(DEGRADED),
    /** The connection ends in the middle of a packet. */
    TRUNCATED_STREAM(INSTANT),
    /** There is sound and no picture. */
    AUDIO_ONLY(OUTAGE),
    /** Connections are accepted and stay open, and nothing comes. */
    BLACK_HOLE(OUTAGE);

    /** How a fault goes on. */
    enum Course {
        /** The camera cannot be watched until the fault is over. */
        OUTAGE,
        /** It can be watched all the while, as well as may be. */
        DEGRADED,
        /** A moment; afterwards it can be watched at once. */
        INSTANT
    }

    private final Course course;

    FaultKind(Course course) {
        this.course = course;
    }

    Course course() {
        return course;
    }

    /**
     * Whether the camera must be back soon after: not where it is left alone on purpose, so that it
     * does not lock the account, and not where only the next key picture can mend it.
     */
    boolean isHurried() {
        return this != WRONG_PASSWORD && course != DEGRADED;
    }

    /** As it is written on the command line and in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds one by its label.
     *
     * @throws IllegalArgumentException naming all of them
     */
    public static FaultKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Fault '%s' must be one of %s."
                                                .formatted(label, String.join(", ", labels()))));
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(FaultKind::label).toList();
    }
}
