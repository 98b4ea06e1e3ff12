package io.vedette.sources.ffmpeg;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraUri;
import io.vedette.schema.MissingSecretException;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.RtspSettings.Transport;
import io.vedette.sources.StreamException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The way to a camera, made before FFmpeg opens it: its secrets are read, its name is looked up and
 * TLS is set up, each ended by the deadline and by cancelling.
 *
 * <p>FFmpeg itself makes plain connections only. A redirect or a playlist may lead neither to a
 * file nor to a TLS connection that nobody checks.
 */
final class CameraConnection implements AutoCloseable {

    /** The most that Linux gives without further settings. */
    private static final String UDP_BUFFER_BYTES = "425984";

    private static final String RTSP_PROTOCOLS = "rtp,udp,tcp,http";
    private static final String HTTP_PROTOCOLS = "http,tcp,crypto,data";

    private final Input input;
    private final @Nullable TlsRelay relay;

    private CameraConnection(Input input, @Nullable TlsRelay relay) {
        this.input = input;
        this.relay = relay;
    }

    static CameraConnection prepare(String uri, RtspSettings settings, Deadline deadline)
            throws IOException {
        String shown = CameraUri.redact(uri);
        NetworkAddress address = NetworkAddress.of(resolved(uri, shown), shown);
        address.lookUp(shown, deadline);
        TlsRelay relay = address.encrypted() ? relay(address, settings, shown, deadline) : null;
        return new CameraConnection(input(address, relay, settings.transport(), shown), relay);
    }

    private static String resolved(String uri, String shown) throws StreamException {
        try {
            return CameraUri.resolve(uri);
        } catch (MissingSecretException e) {
            throw new StreamException(
                    CameraCause.SECRET_MISSING,
                    Failure.cannotOpen(shown, String.valueOf(e.getMessage())),
                    e);
        } catch (IllegalArgumentException e) {
            throw new StreamException(
                    CameraCause.REQUEST_REFUSED,
                    Failure.cannotOpen(shown, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static TlsRelay relay(
            NetworkAddress address, RtspSettings settings, String shown, Deadline deadline)
            throws IOException {
        Duration timeout = settings.openTimeout();
        try {
            return PatientCall.of(
                    "tls " + address.host(),
                    () -> TlsRelay.open(address, settings.video().tls(), timeout),
                    deadline);
        } catch (TimeoutException e) {
            throw new StreamException(
                    CameraCause.NO_ANSWER,
                    Failure.cannotOpen(shown, "no answer for " + deadline.allowed()),
                    e);
        } catch (IOException e) {
            throw unencrypted(shown, e);
        }
    }

    private static StreamException unencrypted(String shown, IOException failure) {
        String problem = String.valueOf(failure.getMessage());
        if (failure instanceof SSLException) {
            return new StreamException(
                    CameraCause.TLS_FAILED, Failure.cannotOpen(shown, "TLS: " + problem), failure);
        }
        boolean refused =
                failure instanceof ConnectException && problem.startsWith("Connection refused");
        return new StreamException(
                refused ? CameraCause.CONNECTION_REFUSED : CameraCause.NO_ANSWER,
                Failure.cannotOpen(shown, problem),
                failure);
    }

    private static Input input(
            NetworkAddress address, @Nullable TlsRelay relay, Transport transport, String shown) {
        boolean rtsp = address.scheme().startsWith("rtsp");
        Map<String, String> options = rtsp ? rtsp(transport, relay) : http(address, relay);
        String url =
                relay == null
                        ? address.at(address.scheme(), address.host(), address.port())
                        : address.at(rtsp ? "rtsp" : "http", relay.host(), relay.port());
        return new Input(shown, url, options, !rtsp);
    }

    /** Datagrams cannot go through TLS. */
    private static Map<String, String> rtsp(Transport transport, @Nullable TlsRelay relay) {
        Transport used = relay != null && transport == Transport.UDP ? Transport.TCP : transport;
        Map<String, String> options = new HashMap<>();
        options.put("protocol_whitelist", RTSP_PROTOCOLS);
        options.put("rtsp_transport", used.name().toLowerCase(Locale.ROOT));
        if (used == Transport.UDP) {
            options.put("buffer_size", UDP_BUFFER_BYTES);
        }
        return options;
    }

    private static Map<String, String> http(NetworkAddress address, @Nullable TlsRelay relay) {
        Map<String, String> options = new HashMap<>();
        options.put("protocol_whitelist", HTTP_PROTOCOLS);
        if (relay != null) {
            options.put("headers", "Host: %s\r\n".formatted(address.authority()));
        }
        return options;
    }

    Input input() {
        return input;
    }

    /** What went wrong on the way while FFmpeg was opening; null if nothing is known. */
    @Nullable StreamException failure() {
        IOException failure = relay == null ? null : relay.failure();
        return failure == null ? null : unencrypted(input.shown(), failure);
    }

    @Override
    public void close() {
        if (relay != null) {
            relay.close();
        }
    }
}
