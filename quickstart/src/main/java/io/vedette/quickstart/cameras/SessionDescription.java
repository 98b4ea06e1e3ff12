package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtp.RtpFormat;
import io.vedette.quickstart.cameras.rtsp.CameraPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What DESCRIBE answers: one live track (RFC 4566, RFC 2326 appendix C). */
final class SessionDescription {

    private SessionDescription() {}

    static String of(String camera, Feed feed, String host) {
        RtpFormat format = feed.format();
        String family = host.contains(":") ? "IP6" : "IP4";
        List<String> lines = new ArrayList<>();
        lines.add("v=0");
        lines.add("o=- 1 1 IN %s %s".formatted(family, host));
        lines.add("s=" + camera);
        lines.add("c=IN %s %s".formatted(family, family.equals("IP6") ? "::" : "0.0.0.0"));
        lines.add("t=0 0");
        lines.add("a=control:*");
        lines.add("a=range:npt=now-");
        lines.add("m=%s 0 RTP/AVP %d".formatted(format.media(), format.payloadType()));
        lines.add("a=rtpmap:" + format.rtpmap());
        if (format.fmtp() != null) {
            lines.add("a=fmtp:" + format.fmtp());
        }
        if (format.media().equals("video")) {
            lines.add(String.format(Locale.ROOT, "a=framerate:%.3f", feed.framesPerSecond()));
        }
        lines.add("a=control:" + CameraPath.TRACK);
        return String.join("\r\n", lines) + "\r\n";
    }
}
