package io.vedette.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import io.vedette.models.onnx.Gpu;
import io.vedette.models.remote.TinyPackageServer;
import io.vedette.operators.ModelSource;
import io.vedette.operators.inference.InferenceSettings;
import io.vedette.schema.Camera;
import io.vedette.schema.Topics;
import io.vedette.sources.RtspSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobSettingsTest {

    @TempDir Path folder;

    @Test
    void whatIsNotGivenHasItsDefault() {
        JobSettings settings = JobSettings.parse(CommandLines.watch(folder));

        assertThat(settings.mode()).isEqualTo(Mode.WATCH);
        assertThat(settings.bounded()).isFalse();
        assertThat(settings.rtsp()).isEqualTo(RtspSettings.defaults());
        assertThat(settings.jpegQuality()).isEqualTo(85);
        assertThat(settings.kafka().topics()).isEqualTo(Topics.withDefaultPrefix());
        assertThat(settings.kafka().group()).isEqualTo("vedette-infer");
        assertThat(settings.store()).isNull();
        assertThat(settings.maxParallelism()).isEqualTo(128);
        JobSettings.Inference inference = settings.requiredInference();
        assertThat(inference.detector()).isEqualTo(DetectorSettings.defaults());
        assertThat(inference.settings()).isEqualTo(InferenceSettings.defaults());
    }

    @Test
    void whatIsGivenCounts() {
        JobSettings settings =
                JobSettings.parse(
                        CommandLines.watch(
                                folder,
                                "--rtsp.transport=udp",
                                "--rtsp.read-timeout=2 s",
                                "--inference.batch.max-size",
                                "4",
                                "--inference.device=cuda",
                                "--inference.gpu.index=1",
                                "--inference.gpu.memory-limit=2 gb",
                                "--topics.prefix",
                                "plant",
                                "--store.url",
                                "jdbc:postgresql://db/vedette",
                                "--store.batch.max-delay",
                                "50 ms"));

        assertThat(settings.rtsp().transport()).isEqualTo(RtspSettings.Transport.UDP);
        assertThat(settings.rtsp().readTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.requiredInference().settings().batch().maxSize()).isEqualTo(4);
        assertThat(settings.requiredInference().detector())
                .isEqualTo(new DetectorSettings(1, Device.CUDA, new Gpu(1, 2L << 30)).withBatch(4));
        assertThat(settings.kafka().topics().detections()).isEqualTo("plant.detections.v1");
        assertThat(settings.store().store().url()).isEqualTo("jdbc:postgresql://db/vedette");
        assertThat(settings.store().maxDelay()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aPictureASecondIsKeptWhereThereIsAStore() {
        String[] store = {"--store.url", "jdbc:postgresql://db/vedette"};
        String[] every = {store[0], store[1], "--capture.picture.interval", "0 s"};

        assertThat(JobSettings.parse(CommandLines.watch(folder)).pictureInterval()).isNull();
        assertThat(JobSettings.parse(CommandLines.watch(folder, store)).pictureInterval())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(JobSettings.parse(CommandLines.watch(folder, every)).pictureInterval()).isZero();
    }

    @Test
    void aNegativePictureIntervalIsRefused() {
        assertThat(
                        problems(
                                CommandLines.watch(
                                        folder,
                                        "--store.url",
                                        "jdbc:postgresql://db/vedette",
                                        "--capture.picture.interval",
                                        "-1 s")))
                .singleElement()
                .asString()
                .contains("'capture.picture.interval'", "-1");
    }

    @Test
    void camerasComeFromTheFileAndTheCommandLine() throws Exception {
        Path file = folder.resolve("cameras.json");
        Files.writeString(file, "[{\"id\": \"belt\", \"uri\": \"file:/belt.mp4\"}]");

        JobSettings settings =
                JobSettings.parse(CommandLines.watch(folder, "--cameras.file", file.toString()));

        assertThat(CameraArgumentsTest.first(settings.cameras()))
                .extracting(Camera::id)
                .containsExactly("belt", "gate-1");
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        List<String> problems =
                problems(
                        "--camera",
                        "gate-1=gopher://joe:s3cret@192.0.2.7/stream",
                        "--model.path",
                        folder.resolve("absent").toString(),
                        "--frames.jpeg-quality",
                        "101",
                        "--rtsp.read-timeout",
                        "0 s",
                        "--kafka.bootstrap-servers",
                        "127.0.0.1:9092",
                        "--topics.prefix",
                        "a b");

        assertThat(problems)
                .hasSize(5)
                .anySatisfy(p -> assertThat(p).contains("'gate-1'", "gopher://***@", "rtsp:"))
                .anySatisfy(p -> assertThat(p).contains(folder.resolve("absent").toString()))
                .anySatisfy(
                        p -> assertThat(p).contains("'frames.jpeg-quality'", "1 and 100", "101"))
                .anySatisfy(p -> assertThat(p).contains("RTSP read timeout", "positive", "PT0S"))
                .anySatisfy(p -> assertThat(p).contains("Topic prefix", "'a b'"))
                .noneSatisfy(p -> assertThat(p).contains("s3cret"));
    }

    @Test
    void theMessageListsTheProblemsOneALine() {
        InvalidSettingsException refused =
                refused("--camera", "gate", "--kafka.bootstrap-servers", "127.0.0.1:9092");

        assertThat(refused.getMessage().lines()).hasSize(3).first().isEqualTo("2 problems:");
    }

    @Test
    void anUnknownOptionNamesTheNearest() {
        assertThat(problems(CommandLines.ingest("--kafka.bootstrap-server", "127.0.0.1:9092")))
                .singleElement()
                .asString()
                .contains("'kafka.bootstrap-server'", "Did you mean 'kafka.bootstrap-servers'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mode                      | wach      | WATCH, INGEST, INFER
                    rtsp.transport            | pigeon    | TCP, UDP
                    rtsp.open-timeout         | 5 parsecs | MINUTES
                    rtsp.read-timeout         | soon      | start with a number
                    frames.jpeg-quality       | fine      | whole number
                    cameras.bounded           | perhaps   | true
                    """)
    void aValueOfTheWrongKindNamesOptionValueAndRule(String option, String value, String rule) {
        String[] arguments =
                option.equals("mode")
                        ? new String[] {"--mode", value}
                        : CommandLines.ingest("--" + option, value);

        assertThat(problems(arguments))
                .anySatisfy(p -> assertThat(p).contains("'" + option + "'", value, rule));
    }

    @ParameterizedTest
    @CsvSource({
        "frames.jpeg-quality, 0, 1 and 100",
        "max-parallelism, 40000, 1 and 32768",
        "kafka.max-request-size, 12, 1024 and 2147483647",
    })
    void aNumberOutOfItsRangeNamesOptionValueAndRule(String option, String value, String range) {
        assertThat(problems(CommandLines.ingest("--" + option, value)))
                .singleElement()
                .isEqualTo(
                        "Option '%s' must be between %s but was %s."
                                .formatted(option, range, value));
    }

    @ParameterizedTest
    @CsvSource({
        "inference.batch.max-size, 257, 1 and 256",
        "store.batch.max-size, 0, 1 and 100000",
    })
    void aNumberOfInferenceOutOfItsRangeNamesTheRule(String option, String value, String range) {
        String url = "jdbc:postgresql://db/vedette";

        assertThat(problems(CommandLines.infer(folder, "--store.url", url, "--" + option, value)))
                .singleElement()
                .isEqualTo(
                        "Option '%s' must be between %s but was %s."
                                .formatted(option, range, value));
    }

    @Test
    void watchingNeedsAModelAndKafkaAndTakesItsCamerasFromTheTopic() {
        assertThat(problems())
                .anySatisfy(p -> assertThat(p).contains("'model.path' must be given"))
                .anySatisfy(p -> assertThat(p).contains("'kafka.bootstrap-servers' must be given"))
                .hasSize(2);
    }

    @Test
    void aModelMayBeElsewhere(@TempDir Path cache) {
        try (TinyPackageServer server = TinyPackageServer.start(folder)) {
            JobSettings settings =
                    JobSettings.parse(
                            CommandLines.inferWith(
                                    server.uri(), "--model.cache", cache.toString()));

            JobSettings.Inference inference = settings.requiredInference();
            assertThat(inference.model().directory()).startsWith(cache);
            assertThat(inference.source())
                    .isEqualTo(new ModelSource(server.uri(), cache.toString()));
        }
    }

    @Test
    void aModelThatCannotBeFetchedIsNamedWithoutCredentials(@TempDir Path cache) {
        try (TinyPackageServer server = TinyPackageServer.start(folder)) {
            String place = server.authority() + "/nowhere?sig=s3cret";

            assertThat(problems(CommandLines.inferWith("http://joe:s3cret@" + place)))
                    .containsExactly(
                            "Model package http://***@%s/nowhere?***: model.yaml cannot be fetched: http://%s answers with status 404."
                                    .formatted(server.authority(), server.authority()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://joe:s3 cret@h/x, 'http:***'",
        "s3://bucket/tiny/1, flink-s3-fs-hadoop",
        "'', 'model.path'"
    })
    void aLocationThatNamesNoPackageIsRefused(String location, String rule) {
        assertThat(problems(CommandLines.inferWith(location)))
                .singleElement()
                .asString()
                .contains(rule)
                .doesNotContain("cret");
    }

    @Test
    void ingestingNeedsNoModelAndInferringNoCamera() throws Exception {
        assertThat(JobSettings.parse(CommandLines.ingest()).inference()).isNull();
        assertThat(
                        CameraArgumentsTest.first(
                                JobSettings.parse(CommandLines.infer(folder)).cameras()))
                .isEmpty();
    }

    @Test
    void aStoreThatIsNoPostgresIsRefusedWithoutItsPassword() {
        assertThat(
                        problems(
                                CommandLines.infer(
                                        folder,
                                        "--store.url",
                                        "jdbc:mysql://joe:s3cret@db/v",
                                        "--store.password",
                                        "s3cret")))
                .singleElement()
                .asString()
                .contains("Store url", "jdbc:postgresql:", "jdbc:mysql:")
                .doesNotContain("s3cret");
    }

    private static List<String> problems(String... arguments) {
        return refused(arguments).problems();
    }

    private static InvalidSettingsException refused(String... arguments) {
        InvalidSettingsException refused =
                catchThrowableOfType(
                        InvalidSettingsException.class, () -> JobSettings.parse(arguments));
        assertThat(refused).as("refusal").isNotNull();
        return refused;
    }
}
