package io.vedette.sources.ffmpeg;

import io.vedette.schema.CameraCause;
import io.vedette.sources.StreamException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a camera's uri that say where it is.
 *
 * @param scheme in lower case
 * @param login what stands before the '@', with it; empty if there is none
 * @param host a name or a numeric address, that of IPv6 in brackets
 * @param port the scheme's own if the uri names none
 * @param rest path and query
 */
record NetworkAddress(String scheme, String login, String host, int port, String rest) {

    private static final Pattern URI =
            Pattern.compile(
                    "([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*@)?(\\[[^\\]]+\\]|[^:/?#\\[\\]]+)(?::(\\d{1,5}))?([/?#].*)?");

    private static final Pattern NUMERIC = Pattern.compile("\\[.*\\]|[0-9]+(\\.[0-9]+){0,3}");

    private static final Map<String, Integer> PORTS =
            Map.of("rtsp", 554, "rtsps", 322, "http", 80, "https", 443);

    /** The parts of a uri whose references are resolved. */
    static NetworkAddress of(String uri, String shown) throws StreamException {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new StreamException(
                    CameraCause.HOST_UNKNOWN,
                    Failure.cannotOpen(shown, "it names no host, or a wrong port"),
                    null);
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        return new NetworkAddress(
                scheme,
                text(parts.group(2)),
                parts.group(3),
                parts.group(4) == null
                        ? PORTS.getOrDefault(scheme, 0)
                        : Integer.parseInt(parts.group(4)),
                text(parts.group(5)));
    }

    private static String text(String group) {
        return group == null ? "" : group;
    }

    /** The same path elsewhere, with the same login. */
    String at(String otherScheme, String otherHost, int otherPort) {
        return "%s://%s%s:%d%s".formatted(otherScheme, login, otherHost, otherPort, rest);
    }

    boolean encrypted() {
        return scheme.equals("rtsps") || scheme.equals("https");
    }

    /** Host and port as an HTTP header names them. */
    String authority() {
        return port == PORTS.getOrDefault(scheme, 0) ? host : host + ":" + port;
    }

    /** The host as a socket takes it. */
    String plainHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /**
     * Makes sure that the host's name is known, within the deadline. FFmpeg asks for it again, by a
     * call that nothing can interrupt, and gets the answer at once.
     */
    void lookUp(String shown, Deadline deadline) throws IOException {
        if (NUMERIC.matcher(host).matches()) {
            return;
        }
        try {
            PatientCall.of("look up " + host, () -> InetAddress.getAllByName(host), deadline);
        } catch (UnknownHostException e) {
            throw unknown(shown, "the host '%s' is not known".formatted(host), e);
        } catch (TimeoutException e) {
            throw unknown(
                    shown,
                    "the name of the host '%s' was not resolved within %s"
                            .formatted(host, deadline.allowed()),
                    e);
        }
    }

    private static StreamException unknown(String shown, String problem, Exception cause) {
        return new StreamException(
                CameraCause.HOST_UNKNOWN, Failure.cannotOpen(shown, problem), cause);
    }
}
