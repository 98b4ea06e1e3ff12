package io.vedette.quickstart.cameras.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://127.0.0.1:8554/cam-1",
                "rtsp://127.0.0.1:8554/cam-1/",
                "rtsp://127.0.0.1:8554/cam-1/trackID=0",
                "rtsp://127.0.0.1:8554/cam-1?channel=1&subtype=0"
            })
    void namesTheCamera(String uri) {
        assertThat(CameraPath.of(uri))
                .contains(new CameraPath("cam-1", "rtsp://127.0.0.1:8554/cam-1"));
    }

    @Test
    void mayLackTheServer() {
        assertThat(CameraPath.of("/cam-1")).contains(new CameraPath("cam-1", "/cam-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "rtsp://h", "rtsp://h/", "rtsp://h/a/b", "rtsp://h/a/trackID=1"})
    void otherPathsNameNone(String uri) {
        assertThat(CameraPath.of(uri).map(CameraPath::camera).filter(id -> !id.isEmpty()))
                .isEmpty();
    }
}
