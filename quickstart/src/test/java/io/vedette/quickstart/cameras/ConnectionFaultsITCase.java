package io.vedette.quickstart.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults of the connection to a camera, as a client sees them come and go. */
@Timeout(120)
class ConnectionFaultsITCase extends CameraAndClient {

    @Test
    void aConnectionEndsInTheMiddleOfAPacket() throws IOException {
        client.play(uri);
        client.rtp();

        camera.set(new Fault.CutPacket(Duration.ZERO));

        assertThatThrownBy(
                        () -> {
                            while (true) {
                                client.packet();
                            }
                        })
                .isInstanceOf(EOFException.class)
                .hasMessage(null);
    }

    @Test
    void aBlackHoleAcceptsAndIsSilent() throws IOException {
        client.play(uri);
        client.rtp();

        camera.set(new Fault.BlackHole());

        assertThat(drained()).isLessThan(50);
        try (RtspClient again = new RtspClient(server.port())) {
            again.timeout(QUIET_MILLIS);
            assertThatThrownBy(() -> again.request("OPTIONS", uri))
                    .isInstanceOf(SocketTimeoutException.class);
        }
        camera.clear();
        assertThat(client.rtp().nalType()).isEqualTo(7);
    }

    @Test
    void aRemovedCameraIsNotFound() throws IOException {
        server.remove(camera);

        assertThat(client.request("DESCRIBE", uri).status()).isEqualTo(404);
    }

    @Test
    void aLoginIsRefusedFromNowOn() throws IOException {
        String session = "Session: " + client.play(uri).session();

        camera.set(new Fault.RefuseLogin());

        assertThat(client.request("GET_PARAMETER", uri, session).status()).isEqualTo(401);
        assertThat(client.request("DESCRIBE", uri).status()).isEqualTo(401);
        camera.clear();
        assertThat(client.request("DESCRIBE", uri).status()).isEqualTo(200);
    }

    @Test
    void anUnreachableCameraClosesTheConnection() throws IOException {
        camera.set(new Fault.Unreachable());

        assertThatThrownBy(() -> client.request("DESCRIBE", uri))
                .isInstanceOfAny(EOFException.class, SocketException.class);
    }

    @Test
    void connectionsAreClosedAfterATime() throws IOException {
        camera.set(new Fault.CloseAfter(Duration.ofMillis(200)));
        client.play(uri);

        assertThat(client.rtp().nalType()).isEqualTo(7);
        assertClosed();
        await().until(() -> camera.sessions() == 0);
    }

    @Test
    void connectionsAreClosedAtOnce() throws IOException {
        client.play(uri);
        client.rtp();

        camera.closeConnections();

        assertClosed();
    }

    @Test
    void whileItDoesNotAcceptConnectionsAreRefused() throws IOException {
        client.play(uri);

        server.stopAccepting();

        assertThatThrownBy(() -> new RtspClient(server.port()).close())
                .isInstanceOf(ConnectException.class);
        client.rtp();
        server.startAccepting();
        try (RtspClient again = new RtspClient(server.port())) {
            assertThat(again.request("OPTIONS", uri).status()).isEqualTo(200);
        }
    }

    @Test
    void describeIsAnsweredLate() throws IOException {
        camera.set(new Fault.DescribeLate(Duration.ofMillis(400)));

        long asked = System.nanoTime();
        assertThat(client.request("DESCRIBE", uri).status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }
}
