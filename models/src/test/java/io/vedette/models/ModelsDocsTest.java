package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.vedette.models.init.NodeGraph;
import io.vedette.models.inputs.OtherInput.Source;
import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.outputs.OutputOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/models.md against the code. */
class ModelsDocsTest {

    private static final Path DOCUMENT = Path.of("../docs/models.md");

    private static final Pattern WHOLE = Pattern.compile("(?s)\\n```yaml\\n(name: .*?)```");

    private static final Pattern OUTPUT =
            Pattern.compile("`(?:output: )?(\\{format: [a-z0-9-]+[^`]*\\})`");

    @TempDir Path folder;

    @Test
    void theManualHasARowForEveryFormat() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        Stream.of(OutputFormat.values())
                                .map(format -> "\n| `%s` |".formatted(format.key()))
                                .toList());
    }

    @Test
    void theManualHasARowForEveryFieldOfTheOutput() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        Stream.of(OutputOption.values())
                                .map(option -> "\n| `%s` |".formatted(option.key()))
                                .toList());
    }

    @Test
    void theManualNamesAllThatAnInputCanBeTold() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        Stream.of(Source.values())
                                .filter(source -> source != Source.CONSTANT)
                                .map(source -> "`%s`".formatted(source.key()))
                                .toList());
    }

    @Test
    void everyWholeDescriptionOfTheManualIsAPackage() throws IOException {
        List<String> descriptions = found(WHOLE);

        assertThat(descriptions).hasSizeGreaterThan(10).allSatisfy(this::isAPackage);
    }

    @Test
    void everyOutputOfTheManualIsThatOfAPackage() throws IOException {
        List<String> outputs = found(OUTPUT);

        assertThat(outputs)
                .hasSizeGreaterThan(10)
                .allSatisfy(output -> isAPackage("name: a\nversion: \"1\"\noutput: " + output));
    }

    private void isAPackage(String yaml) throws IOException {
        network(yaml).write(folder.resolve("model.onnx"));
        Files.writeString(folder.resolve("labels.txt"), "face\n");
        Files.writeString(folder.resolve("model.yaml"), yaml);

        ModelPackage loaded = ModelPackage.load(folder);

        assertThat(yaml)
                .contains("name: " + loaded.name(), "format: " + loaded.output().format().key());
    }

    /** Takes pictures of the size that a description gives, or else of one size. */
    private static NodeGraph network(String yaml) {
        boolean channelsLast = yaml.contains("nhwc") || yaml.contains("format: ssd}");
        long[] fixed = channelsLast ? new long[] {1, 640, 640, 3} : new long[] {1, 3, 640, 640};
        long[] shape = yaml.contains("width: ") ? new long[] {-1, -1, -1, -1} : fixed;
        return new NodeGraph()
                .input("image", DataType.FLOAT, shape)
                .node("Identity", "output", "image")
                .output("output", shape);
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(DOCUMENT))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
