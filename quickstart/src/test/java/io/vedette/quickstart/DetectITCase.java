package io.vedette.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vedette.schema.Detection;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real model on real files, through the command line. */
class DetectITCase {

    private static final Path DATA = Path.of(System.getProperty("vedette.shared", ""), "data");
    private static final int CAR = 2;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path model;

    @BeforeEach
    void packModel() throws IOException {
        Path network = DATA.resolve("models/yolox_nano_416.onnx");
        assumeTrue(Files.exists(network), () -> "Test material is absent: " + network);
        model = Files.createDirectories(folder.resolve("yolox-nano/1"));
        Files.copy(network, model.resolve("model.onnx"));
        Files.write(
                model.resolve("labels.txt"),
                IntStream.range(0, 80).mapToObj(i -> i == CAR ? "car" : "class-" + i).toList());
        Files.writeString(
                model.resolve("model.yaml"),
                """
                name: yolox-nano
                version: "1"
                task: detection
                file: model.onnx
                sha256: %s
                input: {width: 416, height: 416}
                output: {format: yolox}
                labels: labels.txt
                """
                        .formatted(DigestUtils.sha256Hex(Files.readAllBytes(network))));
    }

    @Test
    void printsOneResultPerFrameOfAVideoAndDrawsThem() throws IOException {
        Path video = DATA.resolve("videos/udacity_vehicle_test_video.mp4");
        Path drawn = folder.resolve("seen.mp4");

        int status = run("detect", video, "--model", model, "--annotate", drawn);

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        List<FrameResult> results = results();
        assertThat(results).hasSize(38);
        assertThat(results)
                .extracting(FrameResult::camera)
                .containsOnly("udacity-vehicle-test-video");
        assertThat(results)
                .allSatisfy(
                        result ->
                                assertThat(result.detections())
                                        .extracting(Detection::label)
                                        .contains("car"));
        assertThat(drawn).isNotEmptyFile();
    }

    @Test
    void looksAtAnImageAndDrawsIt() throws IOException {
        Path image = DATA.resolve("images/coco_val/000000005001.jpg");
        Path drawn = folder.resolve("seen.png");

        int status = run("detect", image, "--model", model, "--annotate", drawn);

        assertThat(status).isZero();
        FrameResult result = results().get(0);
        assertThat(result.detections()).isNotEmpty();
        assertThat(ImageIO.read(drawn.toFile()))
                .satisfies(
                        picture -> {
                            assertThat(picture.getWidth()).isEqualTo(result.width());
                            assertThat(picture.getHeight()).isEqualTo(result.height());
                        });
    }

    @Test
    void aFileWithoutPicturesIsAnErrorAndNothingElse() {
        Path text = model.resolve("model.yaml");

        assertThat(run("detect", text, "--model", model)).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip()).contains(text.toString()).doesNotContain("\tat ");
    }

    @Test
    void aSoundModelPackagePassesItsCheck() {
        assertThat(run("model", "check", model)).isZero();
        assertThat(out.toString()).contains("yolox-nano", "No problems.");
    }

    private List<FrameResult> results() {
        return out.toString()
                .lines()
                .map(line -> Json.read(line.getBytes(UTF_8), FrameResult.class))
                .toList();
    }

    private int run(Object... arguments) {
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return Vedette.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
