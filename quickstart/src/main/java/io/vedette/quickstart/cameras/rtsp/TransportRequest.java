package io.vedette.quickstart.cameras.rtsp;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants its packets.
 *
 * @param interleaved in the RTSP connection; else over UDP
 * @param channels that it named: channels of the connection, or ports of its own
 */
public record TransportRequest(boolean interleaved, @Nullable Channels channels) {

    private static final Pattern CHANNELS =
            Pattern.compile("(interleaved|client_port)=(\\d{1,5})(?:-(\\d{1,5}))?");

    /** A pair, for RTP and for RTCP. */
    public record Channels(int rtp, int rtcp) {

        boolean fitsIn(int least, int most) {
            return rtp >= least && rtp <= most && rtcp >= least && rtcp <= most && rtp != rtcp;
        }

        @Override
        public String toString() {
            return rtp + "-" + rtcp;
        }
    }

    /** The first of the offers in a {@code Transport} header that can be served. */
    public static Optional<TransportRequest> of(String header) {
        for (String offer : header.split(",", -1)) {
            Optional<TransportRequest> request = offer(offer.strip());
            if (request.isPresent()) {
                return request;
            }
        }
        return Optional.empty();
    }

    private static Optional<TransportRequest> offer(String offer) {
        String[] parts = offer.split("\\s*;\\s*", -1);
        String profile = parts[0].toUpperCase(Locale.ROOT);
        boolean interleaved = profile.equals("RTP/AVP/TCP");
        boolean udp = profile.equals("RTP/AVP") || profile.equals("RTP/AVP/UDP");
        if (!interleaved && !udp) {
            return Optional.empty();
        }
        Channels channels = null;
        for (String part : parts) {
            if (part.equalsIgnoreCase("multicast") || isOtherMode(part)) {
                return Optional.empty();
            }
            Matcher matcher = CHANNELS.matcher(part);
            if (matcher.matches() && matcher.group(1).equals("interleaved") == interleaved) {
                channels = channels(matcher);
            }
        }
        return served(interleaved, channels);
    }

    private static boolean isOtherMode(String part) {
        String mode = part.toLowerCase(Locale.ROOT);
        return mode.startsWith("mode=") && !mode.contains("play");
    }

    private static Channels channels(Matcher matcher) {
        int rtp = Integer.parseInt(matcher.group(2));
        return new Channels(
                rtp, matcher.group(3) == null ? rtp + 1 : Integer.parseInt(matcher.group(3)));
    }

    private static Optional<TransportRequest> served(
            boolean interleaved, @Nullable Channels channels) {
        boolean right =
                interleaved
                        ? channels == null || channels.fitsIn(0, 255)
                        : channels != null && channels.fitsIn(1, 65_535);
        return right ? Optional.of(new TransportRequest(interleaved, channels)) : Optional.empty();
    }
}
