package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.sources.DecodedFrame;
import io.vedette.sources.RtspServerProcess;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** RTSP through an HTTP tunnel, at a server that is not ours. */
@Timeout(60)
class HttpTunnelITCase {

    @Test
    void watchesThroughATunnel() throws Exception {
        RtspSettings tunnel = RtspSettings.defaults().withTransport(RtspSettings.Transport.HTTP);
        try (RtspServerProcess server =
                        RtspServerProcess.playing(SharedData.video("bottle-detection.mp4"));
                FfmpegFrameStream stream =
                        FfmpegFrameStream.ofNetwork(server.uri(), tunnel, () -> false)) {
            for (int i = 0; i < 25; i++) {
                DecodedFrame frame = stream.next();
                assertThat(frame.damaged()).isFalse();
                assertThat(frame.width()).isEqualTo(640);
                assertThat(frame.height()).isEqualTo(360);
            }
        }
    }
}
