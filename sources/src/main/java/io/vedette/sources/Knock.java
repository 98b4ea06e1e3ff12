package io.vedette.sources;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraUri;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether something listens at a camera's port: a TCP connection that is closed at once,
 * without a login or a session.
 *
 * @param host its name or address
 * @param port its port
 */
record Knock(String host, int port) {

    /** A connection that is lost on its way is tried again after 1 s by the system. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final Map<String, Integer> PORTS =
            Map.of("rtsp", 554, "rtsps", 322, "http", 80, "https", 443);

    /** Without user info. */
    private static final Pattern URI =
            Pattern.compile("[^:]+://(\\[[^\\]]+\\]|[^:/?#@${\\[]+)(?::(\\d{1,5}))?(?:[/?#].*)?");

    /** Where the camera of this uri listens; null where the uri does not tell. */
    static @Nullable Knock of(String uri) {
        Matcher matcher = URI.matcher(CameraUri.withoutLogin(uri));
        Integer usual = PORTS.get(CameraUri.scheme(uri));
        if (usual == null || !matcher.matches()) {
            return null;
        }
        int port = matcher.group(2) == null ? usual : Integer.parseInt(matcher.group(2));
        return port > 65_535 ? null : new Knock(matcher.group(1), port);
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
            channel.socket().connect(address, (int) PATIENCE.toMillis());
        } catch (SocketTimeoutException e) {
            throw failure(CameraCause.NO_ANSWER, "no answer for 1.5 s", e);
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

    private StreamException failure(CameraCause cause, String reason, IOException e) {
        return new StreamException(
                cause, "cannot connect to %s:%d: %s".formatted(host, port, reason), e);
    }
}
