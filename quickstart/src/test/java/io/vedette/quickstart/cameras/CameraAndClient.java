package io.vedette.quickstart.cameras;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulated camera with a server of its own, and a client that is connected to it. */
abstract class CameraAndClient {

    static final int QUIET_MILLIS = 300;

    Feed feed;
    SimulatedCamera camera;
    CameraServer server;
    RtspClient client;
    String uri;

    @BeforeEach
    void start() throws IOException {
        feed = Feed.ofPictures(new CountedPictures(64, 48));
        server = CameraServer.start(CameraServerSettings.local());
        camera = new SimulatedCamera("cam-1", feed);
        server.add(camera);
        client = new RtspClient(server.port());
        uri = server.uri(camera);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        feed.close();
    }

    /** How many packets still came. */
    int drained() throws IOException {
        client.timeout(QUIET_MILLIS);
        int packets = 0;
        try {
            while (true) {
                client.packet();
                packets++;
            }
        } catch (SocketTimeoutException e) {
            client.timeout(20_000);
            return packets;
        }
    }

    void assertClosed() {
        assertThatThrownBy(
                        () -> {
                            while (true) {
                                client.packet();
                            }
                        })
                .isInstanceOfAny(EOFException.class, SocketException.class);
    }
}
