package io.vedette.sources.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Camera;
import io.vedette.schema.Share;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraFileParserTest {

    private static final Camera GATE =
            new Camera("gate-1", "rtsp://joe:s3cret@192.0.2.7/a?b=c", null, 5.0, false, null);
    private static final Camera BELT = Camera.of("belt", "file:/belt.mp4");

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                [{"id": "gate-1", "uri": "rtsp://joe:s3cret@192.0.2.7/a?b=c",
                \t"framesPerSecond": 5, "enabled": false},
                 {"id": "belt", "uri": "file:/belt.mp4"}]
                """,
                """
                {"cameras": [
                 {"id": "gate-1", "uri": "rtsp://joe:s3cret@192.0.2.7/a?b=c", "framesPerSecond": 5, "enabled": false},
                 {"id": "belt", "uri": "file:/belt.mp4"}]}
                """,
                """
                # gates
                - id: gate-1
                  uri: rtsp://joe:s3cret@192.0.2.7/a?b=c
                  framesPerSecond: 5
                  enabled: false
                # belts
                - {id: belt, uri: 'file:/belt.mp4'}
                """,
                """
                cameras:
                  - id: gate-1
                    uri: rtsp://joe:s3cret@192.0.2.7/a?b=c
                    framesPerSecond: 5
                    enabled: false
                  - id: belt
                    uri: file:/belt.mp4
                """
            })
    void readsJsonAndYamlWithAndWithoutAName(String text) throws Exception {
        assertThat(parse(text)).containsExactly(GATE, BELT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {id: a, uri: 'file:/a.mp4', priority: 5, weight: 0.5}",
                "[{\"id\": \"a\", \"uri\": \"file:/a.mp4\", \"priority\": 5, \"weight\": 0.5}]"
            })
    void readsWhatACameraGetsUnderOverload(String text) throws Exception {
        assertThat(parse(text).get(0).share()).isEqualTo(new Share(5, 0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "cameras: []", "{\"cameras\": []}"})
    void aListMayBeEmpty(String text) throws Exception {
        assertThat(parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing yet\n", "---\n"})
    void aFileWithoutContentIsWrong(String text) {
        assertThatThrownBy(() -> parse(text))
                .hasMessage("it is empty; a list without cameras is []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `- id: a\n  uri: rtsp://h/x\n- id: Gate\n  uri: rtsp://h/x` | line 3: Camera id must match
                    `- id: a\n  uri: gopher://joe:s3cret@h/x`   | line 1: Camera 'a': uri must begin with
                    `- id: a\n  uri: rtsp://h/x\n- id: a\n  uri: rtsp://h/y` | line 3: camera 'a' is given twice
                    `- id: a\n  uri: rtsp://h/x\n  framesPerSecnd: 5` | field 'framesPerSecnd' is not known, did you mean 'framesPerSecond'?
                    `- id: a\n  uri: rtsp://h/x\n  framesPerSecond: s3cret` | line 1: field 'framesPerSecond' is of the wrong kind
                    `- id: a\n  uri: rtsp://h/x\n  weight: 0`   | line 1: Camera 'a': weight must be in (0, 1000] but was 0.0.
                    `- id: a\n  uri: rtsp://h/x\n  priority: 1.5` | line 1: field 'priority' is of the wrong kind
                    `- id: a`                                 | line 1: a camera must have id and uri
                    `- a\n- b`                                | line 1: a camera must be an object
                    `-`                                       | line 1: a camera must be an object
                    `cams:\n- id: a`                          | there must be an array of cameras
                    `just words s3cret`                       | line 1: there must be an array of cameras
                    `cameras: []\nmore: s3cret`               | line 2: beside 'cameras' there must be nothing
                    `- id: a\n  uri: "s3cret`                 | it is not YAML
                    `- id: a\n\turi: s3cret`                  | line 2: it is not YAML
                    `[{"id": s3cret}]`                        | line 1: it is not JSON
                    `[{"id": "a",\n "uri": "rtsp://joe:s3cret@h/x" "x"}]` | line 2: it is not JSON
                    `[] []`                                   | after the cameras there must be nothing
                    """)
    void saysWhatIsWrongAndWhereWithoutCredentials(String text, String expected) {
        assertThatThrownBy(() -> parse(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(CameraFileException.class)
                .hasMessageContaining(expected)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void otherCamerasComeBehindAndMustHaveOtherIds() throws Exception {
        byte[] file = "- {id: belt, uri: 'file:/belt.mp4'}".getBytes(UTF_8);

        assertThat(CameraFileParser.parse(file, List.of(GATE))).containsExactly(BELT, GATE);
        assertThatThrownBy(() -> CameraFileParser.parse(file, List.of(BELT)))
                .hasMessage("camera 'belt' is given twice");
    }

    private static List<Camera> parse(String text) throws CameraFileException {
        return CameraFileParser.parse(text.getBytes(UTF_8), List.of());
    }
}
