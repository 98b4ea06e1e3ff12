package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Camera;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectCommandTest {

    @ParameterizedTest
    @CsvSource({
        "bottle-detection.mp4, bottle-detection",
        "My Holiday (1).MKV, my-holiday-1",
        "/videos/ä.mp4, file",
        "archive.2026.ts, archive-2026",
        ".hidden, hidden",
    })
    void aFilesNameBecomesACameraId(Path file, String id) {
        assertThat(DetectCommand.cameraId(file)).isEqualTo(id);
        assertThat(Camera.of(id, "file:/x").id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"100", "63", "1"})
    void anIdIsNeverTooLong(int length) {
        String id = DetectCommand.cameraId(Path.of("x".repeat(length) + ".mp4"));

        assertThat(Camera.of(id, "file:/x").id()).hasSize(Math.min(length, 63));
    }
}
