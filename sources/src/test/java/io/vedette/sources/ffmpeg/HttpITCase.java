package io.vedette.sources.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.sources.DecodedFrame;
import io.vedette.sources.RtspSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cameras over plain HTTP: JPEGs that are pushed, playlists that are read again, and files. */
@Timeout(60)
class HttpITCase {

    private static final int PICTURES = 125;
    private static final String END = "#EXT-X-ENDLIST";

    @TempDir private Path folder;

    private HttpVideo server;

    @BeforeEach
    void start() throws IOException {
        server = HttpVideo.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true", "false, true"})
    void everyJpegThatIsPushedIsAPicture(boolean lengths, boolean closing) throws IOException {
        List<byte[]> jpegs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            jpegs.add(TestPictures.jpeg(320 + 16 * (i / 10), 240));
        }
        server.push("/video.mjpg", jpegs, lengths, closing);

        List<Integer> widths = new ArrayList<>();
        try (FfmpegFrameStream stream = open("/video.mjpg")) {
            for (DecodedFrame frame = stream.next(); frame != null; frame = stream.next()) {
                assertThat(frame.damaged()).isFalse();
                widths.add(frame.width());
            }
        }

        assertThat(widths).hasSize(20);
        assertThat(widths.subList(0, 10)).containsOnly(320);
        assertThat(widths.subList(10, 20)).containsOnly(336);
    }

    @Test
    void aPlaylistThatEndsIsPlayedToItsEnd() throws IOException {
        serve(film("film.m3u8"));

        assertThat(played("/film.m3u8")).isEqualTo(PICTURES);
    }

    @Test
    void aLivePlaylistIsReadAgainForItsNextSegments() throws IOException {
        serve(film("film.m3u8"));
        String whole = Files.readString(folder.resolve("film.m3u8"));
        String begun = whole.substring(0, whole.lastIndexOf("#EXTINF"));
        server.put("/film.m3u8", begun.getBytes(UTF_8));

        int count = 1;
        try (FfmpegFrameStream stream = open("/film.m3u8")) {
            assertThat(stream.next()).isNotNull();
            server.put("/film.m3u8", whole.getBytes(UTF_8));
            for (DecodedFrame frame = stream.next(); frame != null; frame = stream.next()) {
                count++;
            }
        }

        assertThat(whole).contains(END);
        assertThat(begun).doesNotContain(END);
        assertThat(count).isEqualTo(PICTURES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts", "avi"})
    void filesArePlayedToTheirEnd(String container) throws IOException {
        serve(film("film." + container));

        assertThat(played("/film." + container)).isEqualTo(PICTURES);
    }

    private Path film(String name) throws IOException {
        return new TestFilm("libopenh264", "yuv420p", 160, 120)
                .write(folder.resolve(name), PICTURES, false);
    }

    /** All that lies beside a film too. */
    private void serve(Path film) throws IOException {
        try (Stream<Path> files = Files.list(film.getParent())) {
            for (Path file : files.toList()) {
                server.put("/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
    }

    private int played(String path) throws IOException {
        int count = 0;
        Duration last = Duration.ofMillis(-1);
        try (FfmpegFrameStream stream = open(path)) {
            for (DecodedFrame frame = stream.next(); frame != null; frame = stream.next()) {
                assertThat(frame.mediaTime()).isGreaterThan(last);
                assertThat(frame.damaged()).isFalse();
                last = frame.mediaTime();
                count++;
            }
        }
        return count;
    }

    private FfmpegFrameStream open(String path) throws IOException {
        return FfmpegFrameStream.ofNetwork(server.uri(path), RtspSettings.defaults(), () -> false);
    }
}
