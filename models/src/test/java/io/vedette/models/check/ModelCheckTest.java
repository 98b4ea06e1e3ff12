package io.vedette.models.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelCheckTest {

    @TempDir Path folder;

    @Test
    void describesAGoodPackage() {
        TinyModel.writePackage(folder);

        ModelReport report = ModelCheck.check(folder);

        assertThat(report.ok()).isTrue();
        assertThat(report.run().latencyMs()).containsOnlyKeys(1, 4, 8);
        assertThat(report.text())
                .contains(
                        "name        tiny, version 1",
                        "licence     Apache-2.0",
                        "input       64 x 64 bgr, letterbox top-left, padding 114, bilinear",
                        "labels      3: blue, green, red",
                        "graph in    images: float[?, 3, 64, 64]",
                        "graph out   output: float[?, 16, 8]",
                        "batch       any",
                        "device      cpu, threads: 1",
                        "ms for a batch of 4, warm (median)",
                        "No problems.");
    }

    @Test
    void timesAFixedBatchOfOneOnlyWithOneFrame() {
        TinyModel.FIXED_1.write(folder);

        ModelReport report = ModelCheck.check(folder);

        assertThat(report.run().latencyMs()).containsOnlyKeys(1);
        assertThat(report.text()).contains("batch       fixed, 1");
    }

    @Test
    void listsTheProblemsOfABadPackage() throws IOException {
        TinyModel.writePackage(folder);
        Files.writeString(folder.resolve("model.yaml"), "name: tiny\noutput: {format: yolox}\n");
        Files.delete(folder.resolve("labels.txt"));

        ModelReport report = ModelCheck.check(folder);

        assertThat(report.ok()).isFalse();
        assertThat(report.text())
                .isEqualTo(
                        """
                        Model package %s
                        2 problems:
                          - 'version' is missing.
                          - labels.txt is missing, and the graph's metadata names no classes.
                        """
                                .formatted(folder));
    }

    @Test
    void describesAPackageWhoseGraphDoesNotFit() throws IOException {
        TinyModel.writePackage(folder);
        Files.writeString(folder.resolve("labels.txt"), "thing\n");

        ModelReport report = ModelCheck.check(folder);

        assertThat(report.text())
                .contains("labels      1: thing", "1 problem:", "implies 3 classes");
    }
}
