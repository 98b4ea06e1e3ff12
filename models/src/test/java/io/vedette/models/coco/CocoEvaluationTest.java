package io.vedette.models.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.coco.CocoDataset.TrueObject;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CocoEvaluationTest {

    private static final CocoBox BOX = new CocoBox(10, 10, 20, 20);

    @Test
    void aPerfectModelScoresOne() {
        CocoEvaluation scores = evaluate(List.of(found(BOX, 0.9)), truth(BOX, false));

        assertThat(scores).isEqualTo(new CocoEvaluation(1, 1, 1));
    }

    @Test
    void aLooseBoxCountsOnlyAtLowOverlaps() {
        CocoBox loose = new CocoBox(10, 10, 20, 32);

        CocoEvaluation scores = evaluate(List.of(found(loose, 0.9)), truth(BOX, false));

        assertThat(scores.ap50()).isEqualTo(1);
        assertThat(scores.ap75()).isZero();
        assertThat(scores.ap()).isEqualTo(0.3, within(1e-9));
    }

    @Test
    void aSecondBoxOnOneObjectIsAMistake() {
        CocoEvaluation scores =
                evaluate(
                        List.of(found(BOX, 0.9), found(BOX, 0.8)),
                        truth(BOX, false),
                        truth(new CocoBox(100, 100, 10, 10), false));

        assertThat(scores.ap50()).isEqualTo(51 / 101.0, within(1e-9));
    }

    @Test
    void detectionsInACrowdNeitherGainNorLose() {
        CocoBox within = new CocoBox(110, 110, 5, 5);

        CocoEvaluation scores =
                evaluate(
                        List.of(found(within, 0.95), found(within, 0.94), found(BOX, 0.9)),
                        truth(new CocoBox(100, 100, 50, 50), true),
                        truth(BOX, false));

        assertThat(scores.ap()).isEqualTo(1);
    }

    @Test
    void withNothingToSeeThereIsNoScore() {
        assertThat(evaluate(List.of(found(BOX, 0.9))).ap()).isNaN();
    }

    @Test
    void translatesDetectionsByLabel() {
        CocoDataset dataset = dataset();
        Box box = new Box(1, 2, 3, 4);

        List<CocoDetection> detections =
                dataset.detections(
                        5,
                        List.of(
                                new Detection("dog", 0, 0.5f, box, null),
                                new Detection("unicorn", 1, 0.5f, box, null)));

        assertThat(detections)
                .containsExactly(new CocoDetection(5, 18, new CocoBox(1, 2, 3, 4), 0.5));
    }

    @Test
    void refusesAFileOfAnotherForm(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("truth.json"), "{\"images\": [{}]}");

        assertThatThrownBy(() -> CocoDataset.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a COCO annotations file");
    }

    @Test
    void readsTheResultsThatItWrote(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("results.json");
        List<CocoDetection> detections = List.of(found(BOX, 0.9), found(BOX, 0.25));

        CocoResults.write(file, detections);

        assertThat(CocoResults.read(file)).isEqualTo(detections);
    }

    @Test
    void refusesResultsOfAnotherForm(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), "[{\"image_id\": 1}]");

        assertThatThrownBy(() -> CocoResults.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a COCO results file");
    }

    @Test
    void agreesWithTheOfficialTool() throws IOException {
        Path folder =
                Path.of(System.getProperty("vedette.shared", ""), "data/truth/map_conformance");
        Assumptions.assumeTrue(
                Files.isDirectory(folder), "There is no conformance data at " + folder);
        CocoDataset truth = CocoDataset.read(folder.resolve("gts.json"));
        List<CocoDetection> detections = CocoResults.read(folder.resolve("dets.json"));

        CocoEvaluation scores = CocoEvaluation.evaluate(truth, detections);

        assertThat(scores.ap()).isEqualTo(0.503647, within(1e-6));
        assertThat(scores.ap50()).isEqualTo(0.696973, within(1e-6));
        assertThat(scores.ap75()).isEqualTo(0.571667, within(1e-6));
    }

    private static CocoEvaluation evaluate(List<CocoDetection> found, TrueObject... objects) {
        return CocoEvaluation.evaluate(dataset(objects), found);
    }

    private static CocoDataset dataset(TrueObject... objects) {
        return new CocoDataset(
                List.of(new Image(5, "5.jpg")), Map.of("dog", 18, "cat", 17), List.of(objects));
    }

    private static TrueObject truth(CocoBox box, boolean crowd) {
        return new TrueObject(5, 18, box, crowd);
    }

    private static CocoDetection found(CocoBox box, double score) {
        return new CocoDetection(5, 18, box, score);
    }
}
