package io.vedette.quickstart.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vedette.quickstart.cameras.RtspClient.Answer;
import io.vedette.quickstart.cameras.RtspClient.Packet;
import io.vedette.quickstart.cameras.rtsp.Login;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client says and what it is answered. */
@Timeout(120)
class RtspConversationITCase {

    private static final String INTERLEAVED = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1";

    private final CountedPictures pictures = new CountedPictures(64, 48);
    private Feed feed;
    private SimulatedCamera camera;
    private CameraServer server;
    private RtspClient client;
    private String uri;

    @BeforeEach
    void start() throws IOException {
        feed = Feed.ofPictures(pictures);
        serve(CameraServerSettings.local());
    }

    private void serve(CameraServerSettings settings) throws IOException {
        server = CameraServer.start(settings);
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

    @Test
    void optionsNamesTheMethods() throws IOException {
        assertThat(client.request("OPTIONS", "*").header("public"))
                .contains("DESCRIBE", "SETUP", "PLAY", "PAUSE", "TEARDOWN", "GET_PARAMETER");
    }

    @Test
    void describeTellsHowToDecode() throws IOException {
        Answer answer = client.request("DESCRIBE", uri, "Accept: application/sdp");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("application/sdp");
        assertThat(answer.header("content-base")).isEqualTo(uri + "/");
        assertThat(answer.body().lines())
                .startsWith("v=0")
                .contains(
                        "s=cam-1",
                        "a=control:*",
                        "m=video 0 RTP/AVP 96",
                        "a=rtpmap:96 H264/90000",
                        "a=framerate:50.000",
                        "a=control:trackID=0")
                .anyMatch(
                        line ->
                                line.matches(
                                        "a=fmtp:96 packetization-mode=1;profile-level-id=[0-9A-F]{6};sprop-parameter-sets=Z0[^,]+,aM[^,]+"));
    }

    @Test
    void playsFromAKeyPictureWhereItSaid() throws IOException {
        Answer answer = client.play(uri);

        assertThat(answer.status()).isEqualTo(200);
        Packet report = client.packet();
        Packet first = client.packet();
        assertThat(report.isRtp()).isFalse();
        assertThat(first.nalType()).isEqualTo(7);
        assertThat(answer.header("rtp-info"))
                .startsWith("url=" + uri + "/trackID=0;seq=" + first.sequence() + ";rtptime=");
        assertThat(answer.header("session")).endsWith(";timeout=60");
        long promised = Long.parseLong(answer.header("rtp-info").replaceFirst(".*rtptime=", ""));
        assertThat((first.timestamp() - promised) & 0xFFFF_FFFFL).isLessThan(90_000);
    }

    @Test
    void whoComesLateBeginsWithTheLastKeyPicture() throws IOException {
        client.play(uri);
        assertThat(client.rtp().nalType()).isEqualTo(7);
        for (int i = 0; i < 20; i++) {
            client.rtp();
        }

        try (RtspClient late = new RtspClient(server.port())) {
            Answer answer = late.play(uri);

            Packet first = late.rtp();
            assertThat(first.nalType()).isEqualTo(7);
            assertThat(answer.header("rtp-info"))
                    .endsWith("seq=%d;rtptime=%d".formatted(first.sequence(), first.timestamp()));
        }
    }

    @Test
    void aPausedStreamGoesOnWithTheNextNumberAndAKeyPicture() throws IOException {
        String session = "Session: " + client.play(uri).session();
        int first = client.rtp().sequence();

        assertThat(client.request("PAUSE", uri, session).status()).isEqualTo(200);
        int last = drained(first);
        assertThat(client.request("PLAY", uri, session).status()).isEqualTo(200);

        Packet next = client.rtp();
        assertThat(next.nalType()).isEqualTo(7);
        assertThat(next.sequence()).isEqualTo((last + 1) & 0xFFFF);
    }

    /** Takes what came before the last answer. */
    private int drained(int first) throws IOException {
        client.timeout(300);
        int last = first;
        try {
            while (true) {
                last = client.rtp().sequence();
            }
        } catch (SocketTimeoutException e) {
            client.timeout(20_000);
            return last;
        }
    }

    @Test
    void teardownEndsTheSessionAndTheDrawing() throws IOException {
        String session = "Session: " + client.play(uri).session();

        assertThat(client.request("TEARDOWN", uri, session).status()).isEqualTo(200);

        assertThat(client.request("PLAY", uri, session).status()).isEqualTo(454);
        await().until(() -> !feed.isRunning());
    }

    @Test
    void closingTheServerEndsTheSessionsAndTheDrawingAndFreesThePorts() throws Exception {
        client.play(uri);
        try (RtspClient other = new RtspClient(server.port());
                DatagramSocket rtp = new DatagramSocket();
                DatagramSocket rtcp = new DatagramSocket()) {
            String ports = "client_port=%d-%d".formatted(rtp.getLocalPort(), rtcp.getLocalPort());
            Answer setup = other.request("SETUP", uri, "Transport: RTP/AVP;unicast;" + ports);
            other.request("PLAY", uri, "Session: " + setup.session());
            String port = setup.header("transport").replaceFirst(".*server_port=(\\d+)-.*", "$1");

            server.close();

            assertThat(camera.sessions()).isZero();
            await().until(() -> !feed.isRunning());
            for (int i = 0; i < 2; i++) {
                new DatagramSocket(
                                new InetSocketAddress(
                                        InetAddress.getLoopbackAddress(),
                                        Integer.parseInt(port) + i))
                        .close();
            }
        }
    }

    @Test
    void aSetupThatIsRefusedLeavesTheFormerOne() throws IOException {
        Answer setup = client.request("SETUP", uri, INTERLEAVED);
        String session = "Session: " + setup.session();

        assertThat(client.request("SETUP", uri, "Transport: RTP/SAVP;unicast", session).status())
                .isEqualTo(461);

        assertThat(client.request("PLAY", uri, session).status()).isEqualTo(200);
    }

    @Test
    void nothingIsDrawnWhileNobodyWatches() throws IOException {
        client.request("DESCRIBE", uri);

        assertThat(feed.isRunning()).isFalse();
        assertThat(pictures.drawn()).isEqualTo(1);
    }

    @Test
    void aFeedMayRunAlways() {
        feed.runAlways();

        await().until(() -> pictures.drawn() > 5);
    }

    @ParameterizedTest
    @CsvSource({
        "DESCRIBE, /none, 404",
        "DESCRIBE, /cam-1/other, 404",
        "PLAY, /cam-1, 454",
        "PAUSE, /cam-1, 454",
        "TEARDOWN, /cam-1, 454",
        "SETUP, /cam-1/trackID=0, 400",
        "ANNOUNCE, /cam-1, 405",
        "RECORD, /cam-1, 405",
        "EXPLODE, /cam-1, 501",
        "GET_PARAMETER, /cam-1, 200",
        "SET_PARAMETER, /cam-1, 200",
    })
    void errorsAreNamed(String method, String path, int status) throws IOException {
        assertThat(client.request(method, path).status()).isEqualTo(status);
    }

    @Test
    void otherErrorsAreNamed() throws IOException {
        assertThat(client.request("SETUP", uri, "Transport: RTP/SAVP;unicast").status())
                .isEqualTo(461);
        assertThat(client.request("DESCRIBE", uri, "Require: magic"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(551))
                .satisfies(answer -> assertThat(answer.header("unsupported")).isEqualTo("magic"));
        assertThat(client.request("GET_PARAMETER", uri, "Session: none").status()).isEqualTo(454);
        client.send("OPTIONS * RTSP/1.0\r\n\r\n");
        assertThat(client.answer().status()).isEqualTo(400);
        client.send("OPTIONS * RTSP/2.0\r\nCSeq: 9\r\n\r\n");
        assertThat(client.answer().status()).isEqualTo(505);
    }

    @Test
    void aPlayingSessionIsNotSetUpAgain() throws IOException {
        String session = "Session: " + client.play(uri).session();

        assertThat(client.request("SETUP", uri, INTERLEAVED, session).status()).isEqualTo(455);
    }

    @Test
    void reportsOfTheClientAreSignsOfLife() throws Exception {
        restart(CameraServerSettings.local().withSessionTimeout(Duration.ofSeconds(1)));
        client.play(uri);

        for (int i = 0; i < 150; i++) {
            client.send("$\1\0\4abcd");
            client.rtp();
        }

        assertThat(camera.sessions()).isEqualTo(1);
    }

    @Test
    void aSessionWithoutASignOfLifeIsEnded() throws Exception {
        restart(CameraServerSettings.local().withSessionTimeout(Duration.ofSeconds(1)));

        client.play(uri);

        await().until(() -> camera.sessions() == 0 && !feed.isRunning());
        assertThatThrownBy(
                        () -> {
                            while (true) {
                                client.packet();
                            }
                        })
                .isInstanceOf(EOFException.class);
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws Exception {
        restart(CameraServerSettings.local().withSessionTimeout(Duration.ofSeconds(1)));

        assertThatThrownBy(client::packet).isInstanceOf(EOFException.class);
    }

    @Test
    void overUdpASessionOutlivesItsConnectionAndReportsKeepIt() throws Exception {
        restart(CameraServerSettings.local().withSessionTimeout(Duration.ofSeconds(1)));
        InetAddress here = InetAddress.getLoopbackAddress();
        try (DatagramSocket rtp = new DatagramSocket(new InetSocketAddress(here, 0));
                DatagramSocket rtcp = new DatagramSocket(new InetSocketAddress(here, 0))) {
            String ports = rtp.getLocalPort() + "-" + rtcp.getLocalPort();
            Answer setup =
                    client.request("SETUP", uri, "Transport: RTP/AVP;unicast;client_port=" + ports);
            assertThat(setup.header("transport"))
                    .contains("client_port=" + ports)
                    .containsPattern("server_port=\\d+-\\d+");
            client.request("PLAY", uri, "Session: " + setup.session());
            client.close();
            DatagramPacket report = new DatagramPacket(new byte[2000], 2000);
            rtcp.receive(report);
            DatagramPacket media = new DatagramPacket(new byte[2000], 2000);
            for (int i = 0; i < 150; i++) {
                rtp.receive(media);
                assertThat(media.getPort() % 2).isZero();
                rtcp.send(
                        new DatagramPacket(new byte[] {1, 2, 3, 4}, 4, report.getSocketAddress()));
            }
            assertThat(camera.sessions()).isEqualTo(1);
        }
        await().until(() -> camera.sessions() == 0);
    }

    @Test
    void aLoginIsAskedFor() throws Exception {
        restart(CameraServerSettings.local().withLogin(new Login("admin", "secret")));

        Answer refused = client.request("DESCRIBE", uri);
        Answer wrong = client.request("DESCRIBE", uri, "Authorization: Basic YWRtaW46d3Jvbmc=");
        Answer right = client.request("DESCRIBE", uri, "Authorization: Basic YWRtaW46c2VjcmV0");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("www-authenticate")).contains("Digest realm=", "nonce=");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(right.status()).isEqualTo(200);
        assertThat(client.request("OPTIONS", uri).status()).isEqualTo(200);
    }

    private void restart(CameraServerSettings settings) throws IOException {
        client.close();
        server.close();
        serve(settings);
    }
}
