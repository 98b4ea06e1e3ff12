package io.vedette.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        Rollout rollout =
                Json.read(
                        "{\"model\":\"m\",\"live\":\"1\",\"new\":{}}".getBytes(UTF_8),
                        Rollout.class);

        assertThat(rollout).isEqualTo(new Rollout("m", "1", null));
    }

    @Test
    void givesACameraItsDefaults() {
        Camera camera =
                Json.read("{\"id\":\"a\",\"uri\":\"file:/x.mp4\"}".getBytes(UTF_8), Camera.class);

        assertThat(camera).isEqualTo(Camera.of("a", "file:/x.mp4"));
    }

    @Test
    void saysWhichRuleARecordBreaks() {
        byte[] json = "{\"id\":\"Gate 1\",\"uri\":\"rtsp://x\"}".getBytes(UTF_8);

        assertThatThrownBy(() -> Json.read(json, Camera.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Camera id must match")
                .hasMessageContaining("Gate 1");
    }

    @Test
    void doesNotRepeatASecretInputInItsErrors() {
        byte[] json = "{\"id\":\"a\",\"uri\":\"ftp://user:hunter2@x\"}".getBytes(UTF_8);

        assertThatThrownBy(() -> Json.read(json, Camera.class))
                .hasMessageContaining("ftp://***@x")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> Json.read("{oops".getBytes(UTF_8), Rollout.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not JSON for a Rollout");
        assertThatThrownBy(() -> Json.read("null".getBytes(UTF_8), Rollout.class))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
