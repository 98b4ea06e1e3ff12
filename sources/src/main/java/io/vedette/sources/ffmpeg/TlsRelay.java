package io.vedette.sources.ffmpeg;

import io.vedette.sources.VideoSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A port on the loopback interface that leads to one camera through TLS, for FFmpeg does not check
 * whose certificate it is shown.
 *
 * <p>Certificate and host of each connection are checked before a byte of FFmpeg's goes through.
 * The first one is made when the relay opens, so that an error is known before FFmpeg begins. It
 * runs two daemon threads a connection; all end when it is closed.
 */
final class TlsRelay implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final NetworkAddress camera;
    private final Trust trust;
    private final Duration timeout;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Socket> first = new AtomicReference<>();
    private volatile @Nullable IOException failure;
    private volatile boolean closed;

    private TlsRelay(NetworkAddress camera, Trust trust, Duration timeout) throws IOException {
        this.camera = camera;
        this.trust = trust;
        this.timeout = timeout;
        this.door = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    }

    /**
     * Connects to a camera; blocks for as long as the timeout, or a little longer.
     *
     * @throws IOException why there is no connection, or none that can be trusted
     */
    static TlsRelay open(NetworkAddress camera, VideoSettings.Tls settings, Duration timeout)
            throws IOException {
        TlsRelay relay = new TlsRelay(camera, Trust.of(settings), timeout);
        try {
            relay.first.set(relay.connected());
        } catch (IOException e) {
            relay.close();
            throw e;
        }
        relay.start("accept", relay::accept);
        return relay;
    }

    String host() {
        return door.getInetAddress().getHostAddress();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Why a later connection failed; null if none did. */
    @Nullable IOException failure() {
        return failure;
    }

    private Socket connected() throws IOException {
        Socket plain = new Socket();
        try {
            int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
            plain.connect(new InetSocketAddress(camera.plainHost(), camera.port()), millis);
            plain.setSoTimeout(millis);
            Socket encrypted = trust.encrypted(plain, camera.plainHost(), camera.port());
            encrypted.setSoTimeout(0);
            return encrypted;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private void accept() {
        try {
            while (!closed) {
                Socket ffmpeg = kept(door.accept());
                start("up", () -> serve(ffmpeg));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket ffmpeg) {
        try (ffmpeg) {
            Socket ready = first.getAndSet(null);
            try (Socket encrypted = kept(ready == null ? connected() : ready)) {
                start("down", () -> pump(encrypted, ffmpeg));
                pump(ffmpeg, encrypted);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Ends both when either ends. */
    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // the other direction is over too
        }
    }

    private Socket kept(Socket socket) throws IOException {
        sockets.removeIf(Socket::isClosed);
        sockets.add(socket);
        if (closed) {
            socket.close();
        }
        return socket;
    }

    private void start(String what, Runnable work) {
        Thread thread = new Thread(work, "tls %s %s".formatted(camera.host(), what));
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        quietly(door::close);
        Socket unused = first.getAndSet(null);
        if (unused != null) {
            quietly(unused::close);
        }
        sockets.forEach(socket -> quietly(socket::close));
    }

    private static void quietly(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            // nothing is lost
        }
    }

    private interface Closing {
        void close() throws IOException;
    }
}
