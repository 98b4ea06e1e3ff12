package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileUriTest {

    @ParameterizedTest
    @CsvSource({
        "file:///videos/a.mp4, /videos/a.mp4",
        "file:/videos/a.mp4, /videos/a.mp4",
        "file:a.mp4, a.mp4",
        "file://localhost/a.mp4, /a.mp4",
        "file:///a%20b%3F.mp4, /a b?.mp4",
        "file:///a b+c.mp4, /a b+c.mp4"
    })
    void namesTheFile(String uri, String path) {
        FileUri file = FileUri.parse("gate", uri);

        assertThat(file).isEqualTo(new FileUri(Path.of(path), false, false, null));
    }

    @Test
    void readsEveryParameter() {
        FileUri file =
                FileUri.parse(
                        "gate", "file:///a.mp4?pace=max&loop=true&start=2026-01-01T00:00:00Z");

        assertThat(file)
                .isEqualTo(
                        new FileUri(
                                Path.of("/a.mp4"),
                                true,
                                true,
                                Instant.parse("2026-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file:///a.mp4?speed=2|Camera 'gate': file parameter 'speed' is unknown; allowed are pace, loop and start.",
                "file:///a.mp4?pace=fast|Camera 'gate': file parameter 'pace' must be 'realtime' or 'max' but was 'fast'.",
                "file:///a.mp4?loop|Camera 'gate': file parameter 'loop' must be 'false' or 'true' but was ''.",
                "file:///a.mp4?start=today|Camera 'gate': file parameter 'start' must be an instant such as 2026-01-01T00:00:00Z but was 'today'.",
                "file://nas/a.mp4|Camera 'gate': uri 'file://nas/a.mp4' must name a local file, but its host 'nas' is not this one.",
                "file:?pace=max|Camera 'gate': uri 'file:' must name a local file, but it names no file."
            })
    void saysWhatIsWrong(String uri, String message) {
        assertThatThrownBy(() -> FileUri.parse("gate", uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
