package io.vedette.quickstart.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.models.coco.CocoDataset;
import io.vedette.schema.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneDatasetTest {

    @TempDir Path folder;

    @Test
    void isReadBackAsItWasDrawn() throws Exception {
        write("a", 9, 2);

        CocoDataset read = CocoDataset.read(folder.resolve("a/annotations.json"));

        assertThat(read.images()).hasSize(5);
        assertThat(read.categories().keySet())
                .containsExactlyInAnyOrderElementsOf(SceneCamera.labels());
        assertThat(read.categories()).containsEntry("person", 1).containsEntry("bus", 5);
        assertThat(read.objects()).hasSizeGreaterThan(5);
        for (CocoDataset.Image image : read.images()) {
            var picture = ImageIO.read(folder.resolve("a/images/" + image.file()).toFile());
            assertThat(picture.getWidth()).isEqualTo(320);
            assertThat(picture.getHeight()).isEqualTo(180);
        }
        JsonNode root = Json.mapper().readTree(folder.resolve("a/annotations.json").toFile());
        assertThat(root.at("/info/seed").asLong()).isEqualTo(9);
        assertThat(root.at("/annotations/0/track_id").asLong()).isPositive();
        assertThat(root.at("/annotations/0/visible").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void theSameSettingsGiveTheSameFilesByAnyNumberOfThreads() throws Exception {
        write("a", 9, 1);
        write("b", 9, 3);
        write("c", 10, 1);

        assertThat(files("b")).isEqualTo(files("a"));
        assertThat(files("c").values()).doesNotContainAnyElementsOf(files("a").values());
    }

    @Test
    void refusesAFolderWithSomethingInIt() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("mine.txt"), "x");

        assertThatThrownBy(() -> write("a", 9, 1))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "Folder '%s' must be empty or not exist, but there is something in it.",
                        folder.resolve("a"));
        assertThat(folder.resolve("a/images")).doesNotExist();
    }

    @Test
    void noTwoSeedsShareAScene() {
        Set<Long> seen = new HashSet<>();
        for (long seed : new long[] {0, 1, 2, 1_000_001, (1L << 39) - 1}) {
            for (int scene = 0; scene < 1000; scene++) {
                assertThat(seen.add(settings(seed, 1).sceneSeed(scene))).isTrue();
            }
        }
    }

    @Test
    void refusesSettingsOutOfTheirRange() {
        assertThatThrownBy(() -> settings(-1, 1))
                .hasMessage("Seed must be between 0 and 549755813887 but was -1.");
        assertThatThrownBy(() -> settings(1, 0))
                .hasMessage("Threads must be between 1 and 64 but was 0.");
    }

    private void write(String name, long seed, int threads) throws Exception {
        new SceneDataset(settings(seed, threads)).write(folder.resolve(name), done -> {});
    }

    private static DatasetSettings settings(long seed, int threads) {
        return new DatasetSettings(
                seed, 5, 1, 85, 320, 180, List.of(Conditions.DAY, Conditions.NIGHT), threads);
    }

    private TreeMap<String, String> files(String name) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (var paths = Files.walk(folder.resolve(name))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(path);
                String key = folder.resolve(name).relativize(path).toString();
                files.put(key, java.util.Base64.getEncoder().encodeToString(bytes));
            }
        }
        return files;
    }
}
