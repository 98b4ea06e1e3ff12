package io.vedette.sources.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schema.Camera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraFileITCase {

    private static final Camera GATE = Camera.of("gate", "rtsp://joe:s3cret@192.0.2.7/live");
    private static final Camera YARD = Camera.of("yard", "rtsp://192.0.2.8/live");
    private static final String ONLY_GATE = "- {id: gate, uri: '%s'}%n".formatted(GATE.uri());
    private static final String BOTH =
            ONLY_GATE + "- {id: yard, uri: '%s'}%n".formatted(YARD.uri());

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("cameras.yaml"), ONLY_GATE);
    }

    @Test
    void aChangeIsNoticedWithinTwoSeconds() throws IOException {
        try (FollowedList list = followed()) {
            list.awaitList(GATE);

            Files.writeString(file, BOTH);
            list.awaitList(GATE, YARD);

            Files.writeString(file, "[]");
            list.awaitList();
            assertThat(list.told()).hasSize(3);
        }
    }

    @Test
    void aFileThatIsReplacedByAnotherIsNoticed() throws IOException {
        try (FollowedList list = followed()) {
            list.awaitList(GATE);

            Path other = Files.writeString(folder.resolve("new"), BOTH);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

            list.awaitList(GATE, YARD);
        }
    }

    /** The kubelet writes a new folder and turns the link {@code ..data} over to it. */
    @Test
    void theLinksOfAConfigMapAreFollowed() throws IOException {
        Path volume = Files.createDirectory(folder.resolve("volume"));
        version(volume, "..1", ONLY_GATE);
        Path data = Files.createSymbolicLink(volume.resolve("..data"), Path.of("..1"));
        Path mounted = volume.resolve("cameras.yaml");
        Files.createSymbolicLink(mounted, Path.of("..data/cameras.yaml"));
        try (FollowedList list = new FollowedList(CameraList.file(mounted, List.of()))) {
            list.awaitList(GATE);

            version(volume, "..2", BOTH);
            Path turned = Files.createSymbolicLink(volume.resolve("..tmp"), Path.of("..2"));
            Files.move(turned, data, StandardCopyOption.ATOMIC_MOVE);

            list.awaitList(GATE, YARD);
        }
    }

    @Test
    void aBrokenFileKeepsTheLastListAndIsLoggedOnce() throws IOException {
        try (LogLines log = LogLines.of(CameraFile.class);
                FollowedList list = followed()) {
            list.awaitList(GATE);

            Files.writeString(file, ONLY_GATE + "- {id: Yard, uri: 'rtsp://joe:s3cret@h/x'}\n");
            await().until(() -> !log.lines().isEmpty());
            Files.delete(file);
            await().until(() -> log.lines().size() == 2);
            Files.writeString(file, BOTH);
            list.awaitList(GATE, YARD);

            assertThat(list.told()).containsExactly(List.of(GATE), List.of(GATE, YARD));
            assertThat(log.lines())
                    .satisfiesExactly(
                            line ->
                                    assertThat(line)
                                            .contains(file.toString(), "line 2", "'Yard'")
                                            .doesNotContain("s3cret"),
                            line -> assertThat(line).contains(file.toString(), "not there"));
        }
    }

    @Test
    void aFileThatComesLaterIsWaitedFor() throws IOException {
        Files.delete(file);
        try (LogLines log = LogLines.of(CameraFile.class);
                FollowedList list = followed()) {
            await().until(() -> log.lines().size() == 1);

            Files.writeString(file, ONLY_GATE);

            list.awaitList(GATE);
        }
    }

    @Test
    void camerasOfTheCommandLineAreAlwaysBesideThoseOfTheFile() {
        try (FollowedList list = new FollowedList(CameraList.file(file, List.of(YARD)))) {
            list.awaitList(GATE, YARD);
        }
    }

    @Test
    void travelsToTheJobManager() throws Exception {
        CameraList sent = InstantiationUtil.clone(CameraList.file(file, List.of(YARD)));

        try (FollowedList list = new FollowedList(sent)) {
            list.awaitList(GATE, YARD);
        }
    }

    @Test
    void closingIsPrompt() {
        FollowedList list = followed();
        list.awaitList(GATE);

        list.close();

        await().atMost(Duration.ofSeconds(1)).until(() -> threads() == 0);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("list of cameras"))
                .count();
    }

    private FollowedList followed() {
        return new FollowedList(CameraList.file(file, List.of()));
    }

    private static void version(Path volume, String name, String content) throws IOException {
        Path folder = Files.createDirectory(volume.resolve(name));
        Files.writeString(folder.resolve("cameras.yaml"), content);
    }
}
