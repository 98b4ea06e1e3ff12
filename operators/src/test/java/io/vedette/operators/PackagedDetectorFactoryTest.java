package io.vedette.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.models.ModelPackageException;
import io.vedette.models.TinyModel;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.remote.TinyPackageServer;
import io.vedette.operators.inference.InferenceEngine;
import io.vedette.operators.inference.InferenceEngineFactory.Place;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagedDetectorFactoryTest {

    private static final Place HERE = new Place(0, List.of());

    @TempDir Path folder;
    @TempDir Path cache;

    private TinyPackageServer server;

    @BeforeEach
    void start() {
        server = TinyPackageServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file", "vault", "folder"})
    void loadsThePackageOnAnotherMachineFromWhereItIs(String scheme) throws Exception {
        PackagedDetectorFactory submitted = factory(location(scheme));

        PackagedDetectorFactory arrived = InstantiationUtil.clone(submitted);

        try (InferenceEngine<Frame, List<Detection>> engine = arrived.create(HERE)) {
            assertThat(engine.device()).isEqualTo("cpu");
        }
        assertThat(arrived.model()).isEqualTo(submitted.model());
    }

    @Test
    void fetchesTheNetworkOnce() {
        PackagedDetectorFactory factory = factory(server.uri());

        factory.create(HERE).close();
        factory.create(HERE).close();

        assertThat(server.requests("model.onnx")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "vault", "folder"})
    void refusesAPackageThatChangedSinceItWasSubmitted(String scheme) throws IOException {
        PackagedDetectorFactory factory = factory(location(scheme));
        String before = server.sha256();
        Files.copy(other().resolve("model.onnx"), Files.newOutputStream(server.file("model.onnx")));
        Path yaml = server.file("model.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace(before, server.sha256()));

        assertThatThrownBy(() -> factory.create(HERE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        before.substring(0, 8),
                        server.sha256().substring(0, 8),
                        "submit the job again");
    }

    @Test
    void namesThePackageByWhereItIsAndHidesCredentials() throws IOException {
        ModelSource source =
                ModelSource.of("http://joe:s3cret@" + server.authority() + "/models/tiny/1", null);
        String shown = "http://***@" + server.authority() + "/models/tiny/1";
        Files.write(server.file("labels.txt"), List.of("thing"));

        assertThat(source).hasToString(shown);
        assertThatThrownBy(() -> factory(source.location()).create(HERE))
                .isInstanceOf(ModelPackageException.class)
                .hasMessageStartingWith("Model package " + shown)
                .hasMessageContaining("classes")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aRelativeFolderIsTheSameForEveryProcess() {
        assertThat(ModelSource.of("models/1", "cache"))
                .isEqualTo(
                        new ModelSource(
                                Path.of("models/1").toAbsolutePath().toString(),
                                Path.of("cache").toAbsolutePath().toString()));
    }

    private PackagedDetectorFactory factory(String location) {
        ModelSource source = ModelSource.of(location, cache.toString());
        return new PackagedDetectorFactory(source, source.load(), DetectorSettings.defaults());
    }

    private String location(String scheme) {
        return switch (scheme) {
            case "http" -> server.uri();
            case "folder" -> folder.toString();
            default -> scheme + ":" + folder;
        };
    }

    private Path other() {
        return TinyModel.FIXED_1.write(folder.resolve("other"));
    }
}
