package io.vedette.models.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vedette.models.recognition.Decision;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

    @Test
    void sectionsAreNested() throws IOException {
        JsonNode yaml =
                written(
                        Decision.sure("input.width", 640, "the graph"),
                        Decision.likely("input.others.input.1", "[1, 2]", "its name"),
                        Decision.guess("output.format", "yolov8", "why not"));

        assertThat(yaml.at("/input/width").intValue()).isEqualTo(640);
        assertThat(yaml.get("input").get("others").get("input.1").get(1).intValue()).isEqualTo(2);
        assertThat(yaml.at("/output/format").textValue()).isEqualTo("yolov8");
    }

    @Test
    void whatIsOpenIsAComment() {
        String text =
                YamlText.of(
                        "a.onnx", List.of(Decision.open("input.others.k", "TODO: say it\nnow")));

        assertThat(text).contains("    # k: TODO: say it now\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "1.0",
                "null",
                "a: b",
                "# no comment",
                "\"quoted\"",
                "back\\slash",
                "ü",
                "-"
            })
    void textIsReadAsItWasWritten(String text) throws IOException {
        JsonNode yaml = written(Decision.sure("licence", YamlText.scalar(text), "x"));

        assertThat(yaml.get("licence").textValue()).isEqualTo(text);
    }

    private static JsonNode written(Decision... decisions) throws IOException {
        return new YAMLMapper().readTree(YamlText.of("a.onnx", List.of(decisions)));
    }
}
