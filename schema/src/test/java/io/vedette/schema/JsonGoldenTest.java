package io.vedette.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON of every record is the contract, to the byte, and is read back as the same record. */
class JsonGoldenTest {

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("frame-result", Examples.RESULT),
                Arguments.of("frame-result-empty", Examples.EMPTY_RESULT),
                Arguments.of("frame-result-landmarks", Examples.FACE_RESULT),
                Arguments.of("camera", Examples.CAMERA),
                Arguments.of("camera-weighed", Examples.WEIGHED_CAMERA),
                Arguments.of("camera-status", Examples.STATUS),
                Arguments.of("camera-status-new", Examples.NEW_STATUS),
                Arguments.of("rollout", Examples.ROLLOUT),
                Arguments.of("rollout-settled", Examples.SETTLED_ROLLOUT),
                Arguments.of("event", Examples.EVENT),
                Arguments.of("track", Examples.TRACK));
    }

    @ParameterizedTest
    @MethodSource("records")
    void writesTheGoldenJson(String name, Object value) throws IOException {
        assertThat(new String(Json.write(value), UTF_8)).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsTheGoldenJson(String name, Object value) throws IOException {
        assertThat((Object) Json.read(golden(name).getBytes(UTF_8), value.getClass()))
                .isEqualTo(value);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in =
                JsonGoldenTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
