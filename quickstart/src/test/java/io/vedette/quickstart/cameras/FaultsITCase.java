package io.vedette.quickstart.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.quickstart.cameras.RtspClient.Packet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults of what a camera sends, as a client sees them come and go. */
@Timeout(120)
class FaultsITCase extends CameraAndClient {

    private static final long TEN_SECONDS = 900_000;
    private static final long INTERVAL = 1800;

    @Test
    void afterAFreezeItGoesOnWithAKeyPicture() throws IOException {
        client.play(uri);
        client.rtp();

        camera.set(new Fault.Freeze());
        assertThat(drained()).isPositive();
        assertThat(client.request("OPTIONS", uri).status()).isEqualTo(200);
        assertThat(drained()).isZero();

        camera.clear(Fault.Freeze.class);
        assertThat(client.rtp().nalType()).isEqualTo(7);
    }

    @Test
    void aFrozenPictureIsShownAgainAndAgain() throws IOException {
        client.play(uri);
        client.rtp();

        camera.set(new Fault.FreezePicture());
        drainedPictures(3);
        List<Packet> first = picture();
        List<Packet> second = picture();

        assertThat(first.get(0).nalType()).isEqualTo(7);
        assertThat(same(first, second)).isTrue();
        assertThat(second.get(0).timestamp() - first.get(0).timestamp())
                .isBetween(1L, 2 * INTERVAL);
        camera.clear();
        awaitPicture(picture -> !same(picture, first));
    }

    @Test
    void lostPacketsLeaveGaps() throws IOException {
        camera.set(new Fault.LosePackets(0.5));
        client.play(uri);

        int gaps = 0;
        int last = client.rtp().sequence();
        for (int i = 0; i < 60; i++) {
            int next = client.rtp().sequence();
            gaps += ((next - last) & 0xFFFF) > 1 ? 1 : 0;
            last = next;
        }

        assertThat(gaps).isBetween(5, 59);
    }

    @Test
    void corruptedBytesDifferAndLengthsDoNot() throws IOException {
        client.play(uri);
        client.rtp();
        camera.set(new Fault.FreezePicture());
        drainedPictures(3);
        List<Packet> whole = picture();

        camera.set(new Fault.CorruptBytes(0.2));
        drainedPictures(2);
        List<Packet> corrupted = picture();

        assertThat(corrupted)
                .extracting(packet -> packet.payload().length)
                .isEqualTo(whole.stream().map(packet -> packet.payload().length).toList());
        assertThat(same(corrupted, whole)).isFalse();
        camera.clear(Fault.CorruptBytes.class);
        awaitPicture(picture -> same(picture, whole));
    }

    @Test
    void delayedPicturesComeLaterInTheirOrder() throws IOException {
        client.play(uri);
        long offset = Long.MAX_VALUE;
        for (int i = 0; i < 30; i++) {
            Packet packet = client.rtp();
            offset = Math.min(offset, MediaTime.now() - packet.timestamp());
        }

        camera.set(new Fault.Delay(Duration.ofMillis(400), Duration.ofMillis(100)));
        drained();
        Packet last = client.rtp();
        for (int i = 0; i < 30; i++) {
            Packet next = client.rtp();
            long age = (MediaTime.now() - offset - next.timestamp()) & 0xFFFF_FFFFL;

            assertThat(age).isGreaterThan(MediaTime.seconds(1) / 4);
            assertThat((next.sequence() - last.sequence()) & 0xFFFF).isEqualTo(1);
            last = next;
        }
    }

    @Test
    void timestampsJumpAheadAndBack() throws IOException {
        client.play(uri);
        Packet before = client.rtp();

        camera.set(new Fault.JumpTimestamps(Duration.ofSeconds(10)));
        assertThat(step(before)).isBetween(TEN_SECONDS, 2 * TEN_SECONDS);
        Packet ahead = client.rtp();
        camera.set(new Fault.JumpTimestamps(Duration.ofSeconds(-10)));
        assertThat(step(ahead)).isBetween(-2 * TEN_SECONDS - INTERVAL, -TEN_SECONDS);
    }

    /** Waits for two neighbours that are further apart than a second. */
    private long step(Packet from) throws IOException {
        int last = (int) from.timestamp();
        while (true) {
            int next = (int) client.rtp().timestamp();
            if (Math.abs(next - last) > MediaTime.seconds(1)) {
                return next - last;
            }
            last = next;
        }
    }

    @Test
    void senderReportsLie() throws IOException {
        client.play(uri);
        assertThat(Duration.between(Instant.now(), time(client.rtcp())).abs())
                .isLessThan(Duration.ofMinutes(1));

        camera.set(new Fault.LieAboutClock(Duration.ofHours(-3)));
        Instant lie = time(client.rtcp());

        assertThat(Duration.between(lie, Instant.now()))
                .isBetween(Duration.ofMinutes(179), Duration.ofMinutes(181));
    }

    private static Instant time(Packet report) {
        long seconds = ByteBuffer.wrap(report.bytes()).getInt(8) & 0xFFFF_FFFFL;
        return Instant.ofEpochSecond(seconds - 2_208_988_800L);
    }

    @Test
    void anotherVideoFollowsInTheSameStream() throws IOException {
        client.play(uri);
        Packet own = client.rtp();
        try (Feed larger = Feed.ofPictures(new CountedPictures(128, 96))) {
            camera.set(new Fault.ShowInstead(larger));

            Packet last = own;
            Packet next = client.rtp();
            while (next.nalType() != 7 || Arrays.equals(next.payload(), own.payload())) {
                last = next;
                next = client.rtp();
            }

            assertThat((next.sequence() - last.sequence()) & 0xFFFF).isEqualTo(1);
            assertThat(next.source()).isEqualTo(own.source());
            assertThat((int) (next.timestamp() - last.timestamp())).isBetween(-90_000, 90_000);
            await().until(() -> !feed.isRunning());
            camera.clear();
            awaitPicture(picture -> Arrays.equals(picture.get(0).payload(), own.payload()));
        }
    }

    @Test
    void anotherCodecIsFollowedInANewConnection() throws IOException {
        client.play(uri);
        client.rtp();
        try (Feed jpegs = Feed.ofJpegs(new CountedPictures(64, 48))) {
            camera.set(new Fault.ShowInstead(jpegs));

            assertClosed();
            try (RtspClient again = new RtspClient(server.port())) {
                assertThat(again.request("DESCRIBE", uri).body())
                        .contains("a=rtpmap:26 JPEG/90000");
                again.play(uri);
                assertThat(again.rtp().bytes()[1] & 0x7F).isEqualTo(26);
            }
        }
    }

    @Test
    void thereMayBeSoundAlone() throws IOException {
        try (Feed silence = Feed.ofSilence()) {
            camera.set(new Fault.ShowInstead(silence));

            String description = client.request("DESCRIBE", uri).body();
            client.play(uri);
            Packet first = client.rtp();
            Packet second = client.rtp();

            assertThat(description)
                    .contains("m=audio 0 RTP/AVP 8", "a=rtpmap:8 PCMA/8000")
                    .doesNotContain("m=video");
            assertThat(first.payload()).hasSize(160).containsOnly(0xD5);
            assertThat(second.timestamp() - first.timestamp()).isEqualTo(160);
        }
    }

    @Test
    void timestampsPassTheirLargest() throws IOException {
        camera.set(new Fault.WrapTimestamps(Duration.ofSeconds(1)));
        client.play(uri);
        Packet first = client.rtp();
        Packet next = client.rtp();
        while (next.timestamp() >= first.timestamp()) {
            next = client.rtp();
        }

        assertThat((1L << 32) - first.timestamp()).isBetween(90_000L - INTERVAL, 90_000L);
        assertThat(next.timestamp()).isLessThan(5 * INTERVAL);
    }

    private void drainedPictures(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            picture();
        }
    }

    /** The packets up to and with the next last one of a picture. */
    private List<Packet> picture() throws IOException {
        List<Packet> packets = new ArrayList<>();
        packets.add(client.rtp());
        while (!packets.get(packets.size() - 1).marker()) {
            packets.add(client.rtp());
        }
        return packets;
    }

    private void awaitPicture(Predicate<List<Packet>> wanted) throws IOException {
        List<Packet> picture = picture();
        while (!wanted.test(picture)) {
            picture = picture();
        }
    }

    private static boolean same(List<Packet> one, List<Packet> other) {
        return Arrays.deepEquals(payloads(one), payloads(other));
    }

    private static byte[][] payloads(List<Packet> packets) {
        return packets.stream().map(Packet::payload).toArray(byte[][]::new);
    }
}
