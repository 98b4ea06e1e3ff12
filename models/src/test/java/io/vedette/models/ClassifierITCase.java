package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.inputs.ImageFile;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifiers on pictures whose answers are known from other programs. */
final class ClassifierITCase {

    private static final String MNIST = "models/mnist.onnx";
    private static final String SQUEEZENET = "models/squeezenet_fp16.onnx";
    private static final String DIGIT = "images/classify/mnist_28.png";
    private static final String KITTEN = "images/classify/kitten_224.png";
    private static final String FISH = "images/classify/fish.png";

    @TempDir Path folder;

    @Test
    void readsADigitFromLogits() throws IOException {
        require(MNIST, DIGIT);
        write(MNIST, 10, "{color: grey, resize: stretch, mean: [0], std: [255]}");

        List<Detection> answer = answer(DIGIT);

        assertThat(answer).hasSize(1);
        assertThat(answer.get(0).label()).isEqualTo("class 8");
        assertThat(answer.get(0).confidence()).isGreaterThan(0.999f);
        assertThat(answer.get(0).box()).isEqualTo(new Box(0, 0, 28, 28));
    }

    @Test
    void readsHalfPrecisionProbabilities() throws IOException {
        require(SQUEEZENET, KITTEN, FISH);
        write(SQUEEZENET, 1000, "{color: bgr, resize: stretch, mean: [0, 0, 0], std: [1, 1, 1]}");

        List<Detection> kitten = answer(KITTEN);
        List<Detection> fish = answer(FISH);

        assertThat(kitten.get(0).classId()).isEqualTo(281);
        assertThat(kitten.get(0).confidence()).isEqualTo(0.93f, within(0.005f));
        assertThat(fish.get(0).classId()).isZero();
        assertThat(fish.get(0).confidence()).isEqualTo(0.74f, within(0.005f));
        assertThat(fish).hasSizeLessThanOrEqualTo(5);
        assertThat(fish).extracting(Detection::box).containsOnly(new Box(0, 0, 224, 224));
    }

    private static void require(String... names) {
        for (String name : names) {
            Assumptions.assumeTrue(
                    Files.isRegularFile(data(name)),
                    () -> data(name) + " is absent; 'vedette.shared' names the folder of data.");
        }
    }

    private static Path data(String name) {
        return YoloxNano.DATA.resolve(name);
    }

    private void write(String onnx, int classes, String input) throws IOException {
        Files.copy(data(onnx), folder.resolve("model.onnx"));
        Files.write(
                folder.resolve("labels.txt"),
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList());
        Files.writeString(
                folder.resolve("model.yaml"),
                """
                name: classifier
                version: "1"
                task: classification
                output: {format: softmax}
                input: %s
                """
                        .formatted(input));
    }

    private List<Detection> answer(String image) throws IOException {
        ModelPackage model = ModelPackage.load(folder);
        try (Detector detector = OnnxDetector.open(model, DetectorSettings.defaults())) {
            return detector.detect(
                            List.of(StillFrame.of(ImageFile.read(data(image)), detector.input())))
                    .get(0);
        }
    }
}
