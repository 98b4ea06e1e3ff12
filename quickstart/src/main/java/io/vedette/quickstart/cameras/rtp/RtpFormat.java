package io.vedette.quickstart.cameras.rtp;

import static java.util.stream.Collectors.joining;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.vedette.sources.ffmpeg.EncodedCodec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How a codec travels in RTP, and the lines of SDP that say so. */
public final class RtpFormat {

    private static final int DYNAMIC = 96;
    private static final int JPEG = 26;
    private static final int PCMA = 8;
    private static final int VIDEO_CLOCK = 90_000;
    private static final int AUDIO_CLOCK = 8000;

    private final String media;
    private final int payloadType;
    private final String encoding;
    private final int clock;
    private final @Nullable String parameters;
    private final Packetizer packetizer;

    private RtpFormat(
            String media,
            int payloadType,
            String encoding,
            int clock,
            @Nullable String parameters,
            Packetizer packetizer) {
        this.media = media;
        this.payloadType = payloadType;
        this.encoding = encoding;
        this.clock = clock;
        this.parameters = parameters;
        this.packetizer = packetizer;
    }

    /**
     * The format of a video.
     *
     * @param picture its first key picture
     * @throws IllegalArgumentException if RTP cannot carry it
     */
    public static RtpFormat of(EncodedCodec codec, byte[] picture) {
        return switch (codec) {
            case H264 -> video(DYNAMIC, "H264", h264(picture), new H264Packetizer());
            case H265 -> video(DYNAMIC, "H265", h265(picture), new H265Packetizer());
            case MJPEG -> {
                JpegPicture.parse(picture);
                yield video(JPEG, "JPEG", null, new JpegPacketizer());
            }
        };
    }

    /** A-law, a sample for each byte of a "picture" (G.711; RFC 3551, section 4.5.14). */
    public static RtpFormat aLaw() {
        return new RtpFormat(
                "audio",
                PCMA,
                "PCMA",
                AUDIO_CLOCK,
                null,
                (samples, out) -> {
                    out.bytes().writeBytes(samples);
                    out.end();
                });
    }

    private static RtpFormat video(
            int payloadType, String encoding, @Nullable String parameters, Packetizer packetizer) {
        return new RtpFormat("video", payloadType, encoding, VIDEO_CLOCK, parameters, packetizer);
    }

    private static String h264(byte[] picture) {
        List<Nal> units = Nal.split(picture);
        String sets = sets(units, Nal::h264Type, "SPS", 7);
        Nal sequence =
                units.stream().filter(unit -> unit.h264Type() == 7).findFirst().orElseThrow();
        return String.format(
                Locale.ROOT,
                "packetization-mode=1;profile-level-id=%02X%02X%02X;sprop-parameter-sets=%s,%s",
                sequence.octet(1),
                sequence.octet(2),
                sequence.octet(3),
                sets,
                sets(units, Nal::h264Type, "PPS", 8));
    }

    private static String h265(byte[] picture) {
        List<Nal> units = Nal.split(picture);
        return "sprop-vps=%s;sprop-sps=%s;sprop-pps=%s"
                .formatted(
                        sets(units, Nal::h265Type, "VPS", 32),
                        sets(units, Nal::h265Type, "SPS", 33),
                        sets(units, Nal::h265Type, "PPS", 34));
    }

    private static String sets(List<Nal> units, ToIntFunction<Nal> typeOf, String name, int type) {
        String sets =
                units.stream()
                        .filter(unit -> typeOf.applyAsInt(unit) == type)
                        .map(unit -> Base64.getEncoder().encodeToString(unit.bytes()))
                        .distinct()
                        .collect(joining(","));
        if (sets.isEmpty()) {
            throw new IllegalArgumentException(
                    "The first key picture must come with its %s but had none.".formatted(name));
        }
        return sets;
    }

    /** Whether a stream of one can go on as a stream of the other. */
    public boolean isSameAs(RtpFormat other) {
        return encoding.equals(other.encoding);
    }

    /** {@code video} or {@code audio}. */
    public String media() {
        return media;
    }

    /** Ticks of its timestamps in a second. */
    public int clock() {
        return clock;
    }

    public int payloadType() {
        return payloadType;
    }

    /** The attribute {@code rtpmap}, after its name. */
    public String rtpmap() {
        return "%d %s/%d".formatted(payloadType, encoding, clock);
    }

    /** The attribute {@code fmtp}, after its name. */
    public @Nullable String fmtp() {
        return parameters == null ? null : payloadType + " " + parameters;
    }

    /** Makes the packets of one picture; the caller owns them. */
    public RtpUnit packetize(long number, byte[] picture, RtpUnit.Timing timing, boolean key) {
        ByteBuf bytes = ByteBufAllocator.DEFAULT.directBuffer(picture.length + 512);
        try {
            PayloadBuffer out = new PayloadBuffer(bytes);
            packetizer.packetize(picture, out);
            return new RtpUnit(number, timing, key, bytes.retain(), out.ends());
        } finally {
            bytes.release();
        }
    }
}
