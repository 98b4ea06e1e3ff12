package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Camera;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Share;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class RtspSourceTest {

    private static final String URI = "rtsp://admin:pässword@gate/live";
    private static final CaptureSettings CAPTURE = new CaptureSettings(null, null, 90);
    private static final RtspSettings RTSP = RtspSettings.defaults();

    @Test
    void survivesTheWayToTheCluster() throws Exception {
        RtspSource source = source(true, Camera.of("gate", "file:///a.mp4"));

        RtspSource copy = InstantiationUtil.clone(source);

        assertThat(copy.getBoundedness()).isEqualTo(Boundedness.BOUNDED);
    }

    @Test
    void isUnboundedUnlessAskedOtherwise() {
        assertThat(source(false, Camera.of("gate", "rtsp://gate/live")).getBoundedness())
                .isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    }

    @Test
    void namesEveryCameraThatItDoesNotUnderstand() {
        assertThatThrownBy(
                        () ->
                                source(
                                        true,
                                        Camera.of("a", "file:///a.mp4?speed=2"),
                                        Camera.of("b", "file:///b.mp4?loop=true"),
                                        Camera.of("c", "rtsp://admin:secret@c/live"),
                                        Camera.of("d", "file:///d.mp4"),
                                        Camera.of("d", "file:///e.mp4")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Camera 'a': file parameter 'speed' is unknown")
                .hasMessageContaining("Camera 'b' must be a file that ends")
                .hasMessageContaining("Camera 'c' must be a file that ends")
                .hasMessageContaining("Camera 'd' is given twice.")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aSplitSurvivesItsSerializer() throws IOException {
        SimpleVersionedSerializer<CameraSplit> serializer =
                source(false, Camera.of("a", "file:///a.mp4")).getSplitSerializer();

        for (Double rate : new Double[] {null, 12.5}) {
            CameraSplit split = new CameraSplit("gate-1", URI, rate, new Share(-3, 0.25));
            assertThat(serializer.deserialize(2, serializer.serialize(split))).isEqualTo(split);
        }
        assertThatThrownBy(() -> serializer.deserialize(3, new byte[0]))
                .hasMessage("Camera split version must be 1 to 2 but was 3.");
    }

    @Test
    void aSplitOfVersion1HasTheShareOfAllOthers() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(written)) {
            out.writeUTF("gate-1");
            out.writeUTF(URI);
            out.writeDouble(12.5);
        }

        CameraSplit split =
                source(false, Camera.of("a", "file:///a.mp4"))
                        .getSplitSerializer()
                        .deserialize(1, written.toByteArray());

        assertThat(split).isEqualTo(new CameraSplit("gate-1", URI, 12.5, Share.EQUAL));
    }

    @Test
    void aSplitHasTheShareOfItsCamera() {
        Camera camera = new Camera("gate-1", URI, null, null, 7, 2.0, true, null);

        assertThat(CameraSplit.of(camera).share()).isEqualTo(new Share(7, 2));
    }

    @Test
    void aCameraListTravelsToItsReader() throws Exception {
        CameraSplit split = new CameraSplit("gate-1", URI, 12.5, new Share(7, 2));

        CameraListEvent copy = InstantiationUtil.clone(new CameraListEvent(List.of(split)));

        assertThat(copy.cameras()).containsExactly(split);
    }

    @Test
    void theEnumeratorsStateIsEmpty() throws IOException {
        SimpleVersionedSerializer<RtspEnumeratorState> serializer =
                source(false, Camera.of("a", "file:///a.mp4")).getEnumeratorCheckpointSerializer();

        assertThat(serializer.serialize(new RtspEnumeratorState())).isEmpty();
        assertThat(serializer.deserialize(1, new byte[0])).isEqualTo(new RtspEnumeratorState());
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
                .hasMessage("RTSP enumerator state version must be 1 but was 2.");
    }

    @Test
    void aSplitHidesItsCredentials() {
        assertThat(new CameraSplit("gate", "rtsp://admin:secret@gate/live", null))
                .hasToString("CameraSplit[gate, rtsp://***@gate/live]");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new CaptureSettings(null, null, 0))
                .hasMessage("JPEG quality must be in 1..100 but was 0.");
        assertThatThrownBy(() -> new CaptureSettings((RasterSpec) null, Duration.ofSeconds(-1), 90))
                .hasMessage("Picture interval must not be negative but was PT-1S.");
        assertThatThrownBy(
                        () ->
                                new RtspSettings(
                                        RtspSettings.Transport.UDP,
                                        Duration.ZERO,
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(1)))
                .hasMessage("RTSP open timeout must be positive but was PT0S.");
    }

    private static RtspSource source(boolean bounded, Camera... cameras) {
        return new RtspSource(List.of(cameras), CAPTURE, RTSP, 128, bounded);
    }
}
