package io.vedette.quickstart.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.sources.DecodeDevice;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.SharedData;
import io.vedette.sources.VideoSettings;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import io.vedette.sources.tls.TestCertificates;
import io.vedette.sources.tls.TlsFront;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our own client at a simulated camera, by ways other than plain TCP, and with little wanted. */
@Timeout(120)
class TransportsITCase {

    @TempDir private Path folder;

    @Test
    void watchesThroughTls() throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        RtspSettings trusting =
                RtspSettings.defaults()
                        .with(
                                new VideoSettings(
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(10),
                                        new VideoSettings.Tls(certificates.caFile(), true),
                                        DecodeDevice.CPU));
        try (Feed feed = Feed.ofFile(SharedData.video("car-detection.mp4"));
                CameraServer server = CameraServer.start(CameraServerSettings.local());
                TlsFront front =
                        TlsFront.start(certificates.signedFor("ip:127.0.0.1"), server.port())) {
            server.add(new SimulatedCamera("cam-1", feed));
            String uri = "rtsps://127.0.0.1:%d/cam-1".formatted(front.port());
            try (FfmpegFrameStream stream =
                    FfmpegFrameStream.ofNetwork(uri, trusting, () -> false)) {
                for (int i = 0; i < 10; i++) {
                    assertThat(stream.next().damaged()).isFalse();
                }
            }
        }
    }

    @Test
    void watchesOverUdp() throws Exception {
        RtspSettings udp = RtspSettings.defaults().withTransport(RtspSettings.Transport.UDP);
        try (Feed feed = Feed.ofPictures(new CountedPictures(320, 240));
                CameraServer server = CameraServer.start(CameraServerSettings.local())) {
            SimulatedCamera camera = new SimulatedCamera("cam-1", feed);
            server.add(camera);
            try (FfmpegFrameStream stream =
                    FfmpegFrameStream.ofNetwork(server.uri(camera), udp, () -> false)) {
                DecodedFrame frame = stream.next();
                Duration before = frame.mediaTime();
                for (int i = 0; i < 50; i++) {
                    frame = stream.next();
                    assertThat(frame.damaged()).isFalse();
                    assertThat(frame.mediaTime()).isGreaterThan(before);
                    before = frame.mediaTime();
                }
                assertThat(frame.width()).isEqualTo(320);
                assertThat(frame.sentAt()).isNotNull();
            }
        }
    }

    @Test
    void fewPicturesComeWhereFewAreWanted() throws Exception {
        try (Feed feed = Feed.ofPictures(new CountedPictures(160, 120));
                CameraServer server = CameraServer.start(CameraServerSettings.local())) {
            SimulatedCamera camera = new SimulatedCamera("cam-1", feed);
            server.add(camera);
            try (FfmpegFrameStream stream =
                    FfmpegFrameStream.ofNetwork(
                            server.uri(camera), RtspSettings.defaults(), 0.5, () -> false)) {
                DecodedFrame frame = stream.next();
                while (frame.skipped() == 0) {
                    frame = stream.next();
                }
                Duration before = frame.mediaTime();
                frame = stream.next();

                assertThat(frame.skipped()).isEqualTo(99);
                assertThat(frame.damaged()).isFalse();
                assertThat(frame.mediaTime().minus(before))
                        .isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(20));
            }
        }
    }
}
