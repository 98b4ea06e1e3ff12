package io.vedette.sources;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraUri;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks whether somebody is at a camera's port: a TCP connection, over which a camera of {@code
 * rtsp:} is asked for the options of its stream (RFC 2326, 10.1), without a login or a session.
 * Whatever it says is an answer, also a refusal or the end of the connection; a server that froze
 * gives none.
 *
 * @param host its name or address
 * @param port its port
 * @param stream the path that an RTSP camera is asked about; null asks nothing
 */
record Knock(String host, int port, @Nullable String stream) {

    /** A connection that is lost on its way is tried again after 1 s by the system. */
    private static final Duration CONNECT_PATIENCE = Duration.ofMillis(1500);

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Knock.class);

    private static final Map<String, Integer> PORTS =
            Map.of("rtsp", 554, "rtsps", 322, "http", 80, "https", 443);

    /** Without user info. */
    private static final Pattern URI =
            Pattern.compile(
                    "[^:]+://(\\[[^\\]]+\\]|[^:/?#@${\\[]+)(?::(\\d{1,5}))?(/[^?#]*)?(?:[?#].*)?");

    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^${}]]+");

    /** Where the camera of this uri listens; null where the uri does not tell. */
    static @Nullable Knock of(String uri) {
        Matcher matcher = URI.matcher(CameraUri.withoutLogin(uri));
        Integer usual = PORTS.get(CameraUri.scheme(uri));
        if (usual == null || !matcher.matches()) {
            return null;
        }
        int port = matcher.group(2) == null ? usual : Integer.parseInt(matcher.group(2));
        String stream = CameraUri.scheme(uri).equals("rtsp") ? stream(matcher.group(3)) : null;
        return port > 65_535 ? null : new Knock(matcher.group(1), port, stream);
    }

    /** What cannot stand in a request as it is becomes the whole server. */
    private static String stream(@Nullable String path) {
        return path != null && PLAIN.matcher(path).matches() ? path : "/";
    }

    /**
     * Returns if somebody answers. A name that is not known is no reason to fail: the answer may be
     * an old one that is kept.
     *
     * @throws StreamException if nobody does
     */
    void await() throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return;
        }
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(address, (int) CONNECT_PATIENCE.toMillis());
            if (stream != null) {
                ask(channel.socket());
            }
        } catch (SocketTimeoutException e) {
            throw failure(CameraCause.NO_ANSWER, "no answer in time", e);
        } catch (ConnectException e) {
            boolean refused = String.valueOf(e.getMessage()).contains("refused");
            throw failure(
                    refused ? CameraCause.CONNECTION_REFUSED : CameraCause.NO_ANSWER,
                    String.valueOf(e.getMessage()),
                    e);
        } catch (IOException e) {
            throw failure(CameraCause.NO_ANSWER, String.valueOf(e.getMessage()), e);
        }
    }

    private void ask(Socket socket) throws SocketTimeoutException {
        try {
            socket.setSoTimeout((int) ANSWER_PATIENCE.toMillis());
            socket.getOutputStream().write(question());
            socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            LOG.debug("{}:{} ended the connection when it was asked.", host, port, e);
        }
    }

    private byte[] question() {
        return "OPTIONS rtsp://%s:%d%s RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: Vedette\r\n\r\n"
                .formatted(host, port, stream)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private StreamException failure(CameraCause cause, String reason, IOException e) {
        return new StreamException(
                cause, "cannot connect to %s:%d: %s".formatted(host, port, reason), e);
    }
}
