package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.quickstart.scenes.Conditions;
import io.vedette.quickstart.scenes.SceneCamera;
import io.vedette.schema.Camera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UpOptionsTest {

    @TempDir Path folder;

    private String model;

    @BeforeEach
    void makeModelFolder() {
        model = folder.toString();
    }

    @Test
    void portsHaveTheirUsualNumbers() {
        UpSettings settings = parsed("--model", model, "--camera", "gate-1=rtsp://h/x");

        assertThat(settings.http()).isEqualTo(new Port("--http-port", 8080));
        assertThat(settings.flink()).isEqualTo(new Port("--flink-port", 8081));
        assertThat(settings.kafka()).isEqualTo(new Port("--kafka-port", 9092));
        assertThat(settings.data()).hasFileName(".vedette");
        assertThat(settings.fresh()).isFalse();
    }

    @Test
    void everyOptionIsRead() {
        UpSettings settings =
                parsed(
                        "--model=" + model,
                        "--camera=gate-1=rtsp://joe:pa=ss@h/x?a=b",
                        "--camera=gate-2=https://h/y",
                        "--http-port=1",
                        "--flink-port=2",
                        "--kafka-port=3",
                        "--data-dir=" + folder,
                        "--fresh");

        assertThat(settings.cameras())
                .containsExactly(
                        Camera.of("gate-1", "rtsp://joe:pa=ss@h/x?a=b"),
                        Camera.of("gate-2", "https://h/y"));
        assertThat(settings.ports()).extracting(Port::number).containsExactly(1, 2, 3);
        assertThat(settings.data()).isEqualTo(folder);
        assertThat(settings.fresh()).isTrue();
    }

    @Test
    void thePathOfAFileBecomesItsUri() throws IOException {
        Path video = Files.createFile(folder.resolve("belt 1.mp4"));

        UpSettings settings = parsed("--model", model, "--camera", "belt=" + video);

        assertThat(settings.cameras()).containsExactly(Camera.of("belt", video.toUri().toString()));
    }

    @Test
    void parametersAfterThePathAreKept() throws IOException {
        Path video = Files.createFile(folder.resolve("belt.mp4"));

        UpSettings settings = parsed("--model", model, "--camera", "belt=" + video + "?pace=max");

        assertThat(settings.cameras().get(0).uri()).isEqualTo(video.toUri() + "?pace=max");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String nowhere = folder.resolve("nowhere").toString();

        assertThatThrownBy(
                        () ->
                                parsed(
                                        "--model=" + nowhere,
                                        "--camera=a=rtsp://h/x",
                                        "--camera=a=rtsp://h/y",
                                        "--camera=B=rtsp://h/x",
                                        "--camera=c=missing.mp4",
                                        "--camera=d=gopher://h/x",
                                        "--camera=e=file:/missing.mp4",
                                        "--camera=f"))
                .isInstanceOf(UserError.class)
                .message()
                .satisfies(
                        message ->
                                assertThat(message.lines())
                                        .satisfiesExactly(
                                                line -> assertThat(line).contains(nowhere),
                                                line -> assertThat(line).contains("'a'", "twice"),
                                                line -> assertThat(line).contains("'B'"),
                                                line ->
                                                        assertThat(line)
                                                                .contains("'c'", "missing.mp4"),
                                                line -> assertThat(line).contains("'d'", "gopher"),
                                                line ->
                                                        assertThat(line)
                                                                .contains("'e'", "/missing.mp4"),
                                                line ->
                                                        assertThat(line)
                                                                .contains("ID=URI", "'f'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://joe:s3 cret@h/x", "s3:models", "file://h/x"})
    void aUriThatNamesNoPackageIsRefused(String uri) {
        assertThatThrownBy(() -> parsed("--model=" + uri, "--camera=a=rtsp://h/x"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Option --model: ")
                .hasMessageContaining(":***")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void withoutACameraFourAreSimulated() {
        UpSettings settings = parsed("--model", model);

        assertThat(settings.cameras()).isEmpty();
        assertThat(settings.simulation().scenes())
                .extracting(SceneCamera::id)
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(settings.ports()).contains(new Port("--rtsp-port", 8554));
    }

    @Test
    void camerasReplaceTheSimulatedOnes() {
        UpSettings settings = parsed("--model", model, "--camera", "gate-1=rtsp://h/x");

        assertThat(settings.simulation().isEmpty()).isTrue();
        assertThat(settings.ports()).extracting(Port::option).doesNotContain("--rtsp-port");
    }

    @Test
    void simulatedCamerasJoinOthersWhereTheyAreAskedFor() {
        UpSettings settings =
                parsed("--model", model, "--camera", "gate-1=rtsp://h/x", "--simulated", "2");

        assertThat(settings.cameras()).extracting(Camera::id).containsExactly("gate-1");
        assertThat(settings.simulation().scenes()).hasSize(2);
    }

    @Test
    void aCameraWithTheNameOfASimulatedOneIsRefused() {
        String taken = SceneCamera.junction(1, 1, Conditions.DAY).get(0).id();

        assertThatThrownBy(
                        () ->
                                parsed(
                                        "--model=" + model,
                                        "--camera=" + taken + "=rtsp://h/x",
                                        "--simulated=1"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'%s'", taken);
    }

    @Test
    void simulationsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> parsed("--model", model, "--simulated", "17"))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("--simulated", "17", "16");
        assertThatThrownBy(() -> parsed("--model", model, "--conditions", "fog"))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("'fog'", "night-rain");
        assertThatThrownBy(() -> parsed("--model", model, "--simulated", "0"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--camera ID=URI");
    }

    private static UpSettings parsed(String... arguments) {
        UpCommand command = new UpCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.settings();
    }
}
