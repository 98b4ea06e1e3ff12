package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of classes, from a file or from the metadata of a graph. */
final class PackageLabelsTest {

    @TempDir Path folder;

    private TinyPackage tiny;

    @BeforeEach
    void writePackage() {
        tiny = TinyPackage.in(folder);
    }

    @Test
    void tellsTenFaultsOfTheLabelsAndCountsTheRest() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "car\n".repeat(1_000));

        assertThat(tiny.problems())
                .hasSize(11)
                .startsWith("labels.txt has 'car' on lines 1 and 2; each label must be unique.")
                .endsWith("labels.txt has 989 more such lines.");
    }

    @Test
    void refusesLabelsThatAreNotText() throws IOException {
        Files.write(folder.resolve("labels.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(tiny.problems()).containsExactly("labels.txt is not UTF-8 text.");
    }

    @Test
    void takesLabelsFromTheMetadataOfTheGraph() {
        Map<String, String> metadata = Map.of("names", "{0: 'person', 1: \"driver's cab\"}");

        assertThat(MetadataLabels.of(metadata)).contains(List.of("person", "driver's cab"));
        assertThat(MetadataLabels.of(Map.of("labels", "[\"a\", \"b\"]")))
                .contains(List.of("a", "b"));
        assertThat(MetadataLabels.of(Map.of("classes", "a, b"))).contains(List.of("a", "b"));
        assertThat(MetadataLabels.of(Map.of("character", "big cat\ndog\n")))
                .contains(List.of("big cat", "dog"));
        assertThat(MetadataLabels.of(Map.of("labels", "big_cat dog")))
                .contains(List.of("big_cat", "dog"));
    }

    @Test
    void takesNoLabelsFromMetadataThatNamesNotEveryClassOnce() {
        assertThat(MetadataLabels.of(Map.of())).isEmpty();
        assertThat(MetadataLabels.of(Map.of("names", "{0: 'a', 2: 'c'}"))).isEmpty();
        assertThat(MetadataLabels.of(Map.of("names", "{0: 'a', 1: 'a'}"))).isEmpty();
        assertThat(MetadataLabels.of(Map.of("names", "{unclosed"))).isEmpty();
    }
}
