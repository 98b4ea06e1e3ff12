package io.vedette.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameHeadersTest {

    @Test
    void areReadBackAsWritten() {
        FrameHeaders headers = FrameHeaders.of(Examples.FRAME);

        assertThat(FrameHeaders.parse(headers.toMap())).isEqualTo(headers);
    }

    @Test
    void carryTheCaptureTimeInMicroseconds() {
        Map<String, byte[]> headers = FrameHeaders.of(Examples.FRAME).toMap();

        assertThat(headers.keySet())
                .containsExactly("captured-at", "sequence", "width", "height", "content-type");
        assertThat(new String(headers.get("captured-at"), UTF_8)).isEqualTo("1795416324123456");
    }

    @Test
    void nameEverythingThatIsWrong() {
        Map<String, byte[]> headers = new HashMap<>(FrameHeaders.of(Examples.FRAME).toMap());
        headers.remove("sequence");
        headers.put("width", "wide".getBytes(UTF_8));
        headers.put("height", "0".getBytes(UTF_8));
        headers.put("content-type", "image/png".getBytes(UTF_8));

        assertThatThrownBy(() -> FrameHeaders.parse(headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'sequence' must be a whole number")
                .hasMessageContaining("missing")
                .hasMessageContaining("'width'")
                .hasMessageContaining("'wide'")
                .hasMessageContaining("'height'")
                .hasMessageContaining("'image/png'");
    }
}
