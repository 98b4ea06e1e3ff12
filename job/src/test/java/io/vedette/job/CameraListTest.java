package io.vedette.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Camera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraListTest {

    @TempDir Path folder;

    private final List<String> problems = new ArrayList<>();
    private final CameraList list = new CameraList(problems);

    @Test
    void anAssignmentEndsItsIdAtTheFirstEqualsSign() {
        list.addAssignment("gate-1=rtsp://192.0.2.7/stream?channel=2");

        assertThat(list.cameras())
                .containsExactly(Camera.of("gate-1", "rtsp://192.0.2.7/stream?channel=2"));
        assertThat(problems).isEmpty();
    }

    @Test
    void anAssignmentWithoutAnIdIsAProblemWithoutCredentials() {
        list.addAssignment("rtsp://joe:s3cret@192.0.2.7/stream");

        assertThat(list.cameras()).isEmpty();
        assertThat(problems)
                .containsExactly(
                        "Option 'camera' must look like ID=URI but was 'rtsp://***@192.0.2.7/stream'.");
    }

    @Test
    void aWrongIdIsAProblem() {
        list.addAssignment("Gate=rtsp://192.0.2.7/stream");

        assertThat(problems).singleElement().asString().contains("Gate");
    }

    @Test
    void aCameraIsGivenOnce() {
        list.addAssignment("gate-1=rtsp://192.0.2.7/stream");
        list.addAssignment("gate-1=rtsp://192.0.2.8/stream");

        assertThat(list.cameras()).hasSize(1);
        assertThat(problems).containsExactly("Camera 'gate-1' is given twice.");
    }

    @Test
    void aFileHoldsAnArrayOfCameras() throws IOException {
        list.addFile(
                written(
                        """
                        [{"id": "gate-1", "uri": "rtsp://192.0.2.7/stream", "framesPerSecond": 5},
                         {"id": "belt", "uri": "file:/belt.mp4"}]
                        """));

        assertThat(problems).isEmpty();
        assertThat(list.cameras()).extracting(Camera::id).containsExactly("gate-1", "belt");
        assertThat(list.cameras().get(0).framesPerSecond()).isEqualTo(5);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("absent.json");

        list.addFile(file);

        assertThat(problems).singleElement().asString().contains("'cameras.file'", file.toString());
    }

    @Test
    void aFileWithAWrongCameraIsNamedWithoutCredentials() throws IOException {
        Path file = written("[{\"id\": \"gate-1\", \"uri\": \"gopher://joe:s3cret@192.0.2.7/x\"}]");

        list.addFile(file);

        assertThat(problems)
                .singleElement()
                .asString()
                .contains(file.toString(), "gate-1", "rtsp:")
                .doesNotContain("s3cret");
    }

    @Test
    void aFileThatIsNoJsonIsNamedWithoutItsContent() throws IOException {
        Path file = written("[{\"id\": \"gate-1\", \"uri\": rtsp://joe:s3cret@192.0.2.7/x}]");

        list.addFile(file);

        assertThat(problems)
                .singleElement()
                .asString()
                .contains(file.toString())
                .doesNotContain("s3cret");
    }

    private Path written(String json) throws IOException {
        return Files.writeString(folder.resolve("cameras.json"), json);
    }
}
