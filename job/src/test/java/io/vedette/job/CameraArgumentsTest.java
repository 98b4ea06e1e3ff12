package io.vedette.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Camera;
import io.vedette.sources.list.CameraList;
import io.vedette.sources.list.CameraListFollower;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraArgumentsTest {

    private static final String TOPIC = "vedette.cameras.v1";

    @TempDir Path folder;

    private final List<String> problems = new ArrayList<>();

    @Test
    void anAssignmentEndsItsIdAtTheFirstEqualsSign() throws Exception {
        CameraList list = list("--camera", "gate-1=rtsp://192.0.2.7/stream?channel=2");

        assertThat(problems).isEmpty();
        assertThat(first(list))
                .containsExactly(Camera.of("gate-1", "rtsp://192.0.2.7/stream?channel=2"));
    }

    @Test
    void anAssignmentWithoutAnIdIsAProblemWithoutCredentials() {
        list("--camera", "rtsp://joe:s3cret@192.0.2.7/stream");

        assertThat(problems)
                .containsExactly(
                        "Option 'camera' must look like ID=URI but was 'rtsp://***@192.0.2.7/stream'; without 'camera' and 'cameras.file' the cameras of the topic are watched.");
    }

    @Test
    void aWrongIdIsAProblem() {
        list("--camera", "Gate=rtsp://192.0.2.7/stream");

        assertThat(problems).singleElement().asString().contains("Gate");
    }

    @Test
    void aCameraIsGivenOnce() {
        list("--camera", "gate-1=rtsp://192.0.2.7/a", "--camera", "gate-1=rtsp://192.0.2.7/b");

        assertThat(problems).containsExactly("Camera 'gate-1' is given twice.");
    }

    @Test
    void aParameterOfAFileThatIsNotKnownIsAProblem() {
        list("--camera", "belt=file:/belt.mp4?speed=2");

        assertThat(problems).singleElement().asString().contains("'belt'", "'speed'", "pace");
    }

    @Test
    void camerasOfTheCommandLineAreBesideThoseOfTheFile() throws Exception {
        Path file = written("cameras:\n- {id: belt, uri: 'file:/belt.mp4', framesPerSecond: 5}\n");

        CameraList list =
                list("--cameras.file", file.toString(), "--camera", "gate=rtsp://192.0.2.7/a");

        assertThat(problems).isEmpty();
        assertThat(first(list)).extracting(Camera::id).containsExactly("belt", "gate");
    }

    @Test
    void aFileThatOnlyTheJobManagerHasIsNoProblem() {
        list("--cameras.file", folder.resolve("absent.yaml").toString());

        assertThat(problems).isEmpty();
    }

    @Test
    void aFileThatIsHereAndWrongIsNamedWithoutCredentials() throws IOException {
        Path file = written("[{\"id\": \"gate-1\", \"uri\": \"gopher://joe:s3cret@192.0.2.7/x\"}]");

        list("--cameras.file", file.toString());

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("'cameras.file'", file.toString(), "line 1", "gate-1", "rtsp:")
                .doesNotContain("s3cret");
    }

    @Test
    void aBoundedRunNeedsFiles() throws IOException {
        Path file = written("[{\"id\": \"gate-1\", \"uri\": \"rtsp://192.0.2.7/x\"}]");

        list("--cameras.bounded", "true", "--cameras.file", file.toString());
        list("--cameras.bounded", "true", "--camera", "belt=rtsp://192.0.2.7/x");
        list("--cameras.bounded", "true");

        assertThat(problems)
                .satisfiesExactly(
                        p -> assertThat(p).contains("'gate-1' must be a file that ends"),
                        p -> assertThat(p).contains("'belt' must be a file that ends"),
                        p -> assertThat(p).contains("'cameras.bounded'", TOPIC));
    }

    private CameraList list(String... arguments) {
        Arguments parsed = Arguments.parse(arguments);
        CameraList list = new CameraArguments(parsed).list("127.0.0.1:9092", TOPIC);
        problems.addAll(parsed.problems());
        return list;
    }

    /** What a list tells first. */
    static List<Camera> first(CameraList list) throws Exception {
        CompletableFuture<List<Camera>> told = new CompletableFuture<>();
        try (var follower =
                CameraListFollower.start(list, told::complete, told::completeExceptionally)) {
            assertThat(follower).isNotNull();
            return told.get(5, TimeUnit.SECONDS);
        }
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("cameras.yaml"), text);
    }
}
