package io.vedette.models.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Box;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoWriterTest {

    @TempDir Path folder;

    private final CocoWriter writer = new CocoWriter("two pictures", List.of("cat", "dog"));

    @Test
    void whatItWritesIsReadBack() throws IOException {
        long first = writer.image("a.jpg", 640, 360);
        writer.object(1, new Box(1, 2, 30.5f, 40), false).put("track_id", 7);
        long second = writer.image("b.jpg", 640, 360);
        writer.object(0, new Box(5, 6, 7, 8), true);
        Path file = folder.resolve("annotations.json");

        writer.write(file);

        CocoDataset read = CocoDataset.read(file);
        assertThat(read.images())
                .containsExactly(
                        new CocoDataset.Image(first, "a.jpg"),
                        new CocoDataset.Image(second, "b.jpg"));
        assertThat(read.categories()).containsEntry("cat", 1).containsEntry("dog", 2).hasSize(2);
        assertThat(read.objects())
                .containsExactly(
                        new CocoDataset.TrueObject(first, 2, new CocoBox(1, 2, 30.5, 40), false),
                        new CocoDataset.TrueObject(second, 1, new CocoBox(5, 6, 7, 8), true));
    }

    @Test
    void refusesAClassThatHasNoLabel() {
        writer.image("a.jpg", 640, 360);

        assertThatThrownBy(() -> writer.object(2, new Box(0, 0, 1, 1), false))
                .hasMessage("Class id must be between 0 and 1 but was 2.");
    }

    @Test
    void refusesAnObjectBeforeAnyImage() {
        assertThatThrownBy(() -> writer.object(0, new Box(0, 0, 1, 1), false))
                .hasMessageContaining("none was added yet");
    }
}
