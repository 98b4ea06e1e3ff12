package io.vedette.sources.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** Takes the TLS off connections to a plain server on this machine. */
public final class TlsFront implements AutoCloseable {

    private final ServerSocket door;
    private final int plainPort;

    private TlsFront(ServerSocket door, int plainPort) {
        this.door = door;
        this.plainPort = plainPort;
    }

    public static TlsFront start(SSLContext certificate, int plainPort) throws IOException {
        ServerSocket door =
                certificate
                        .getServerSocketFactory()
                        .createServerSocket(0, 16, InetAddress.getLoopbackAddress());
        TlsFront front = new TlsFront(door, plainPort);
        started(front::accept);
        return front;
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket encrypted = door.accept();
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), plainPort);
                started(() -> pump(encrypted, plain));
                started(() -> pump(plain, encrypted));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // gone
        }
    }

    private static void started(Runnable work) {
        Thread thread = new Thread(work, "tls front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
