package io.vedette.models.outputs;

import static io.vedette.models.outputs.FakeGraph.boxes;
import static io.vedette.models.outputs.FakeGraph.classes;
import static io.vedette.models.outputs.FakeGraph.scores;
import static io.vedette.models.outputs.FakeGraph.shape;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.outputs.OutputSpec.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SsdDecoderTest {

    private final FakeGraph graph = new FakeGraph(OutputFormat.SSD);

    @Test
    void readsWhatTheTensorFlowObjectDetectionApiExports() {
        graph.floats("detection_anchor_indices", shape(2, 2), 7, 8, 9, 10)
                .floats(
                        "detection_boxes",
                        shape(2, 2, 4),
                        new float[] {
                            0, 0.1f, 0.5f, 1, 0.2f, 0, 1, 0.5f, 0, 0, 0.1f, 0.1f, 0, 0, 1, 1
                        })
                .floats("detection_classes", shape(2, 2), 1, 2, 2, 1)
                .floats("detection_multiclass_scores", shape(2, 2, 3), new float[12])
                .floats("detection_scores", shape(2, 2), 0.9f, 0.8f, 0.7f, 0.6f)
                .floats("num_detections", shape(2), 2, 1)
                .floats("raw_detection_boxes", shape(2, 9, 4), new float[72])
                .floats("raw_detection_scores", shape(2, 9, 3), new float[54]);

        assertThat(boxes(graph.decode(0)))
                .containsExactly(List.of(10f, 0f, 100f, 25f), List.of(0f, 10f, 50f, 50f));
        assertThat(classes(graph.decode(0))).containsExactly(0, 1);
        assertThat(scores(graph.decode(0))).containsExactly(0.9f, 0.8f);
        assertThat(boxes(graph.decode(1))).containsExactly(List.of(0f, 0f, 10f, 5f));
        assertThat(classes(graph.decode(1))).containsExactly(1);
        assertThat(graph.maxBatch()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void readsWhatEfficientNmsPutsOut() {
        pixels().longs("num_dets", shape(1, 1), 1)
                .floats("det_boxes", shape(1, 2, 4), 1, 2, 3, 4, 9, 9, 9, 9)
                .floats("det_scores", shape(1, 2), 0.9f, 0.9f)
                .longs("det_classes", shape(1, 2), 1, 1);

        assertThat(boxes(graph.decode(0))).containsExactly(List.of(1f, 2f, 3f, 4f));
        assertThat(classes(graph.decode(0))).containsExactly(1);
    }

    @Test
    void readsWhatTorchvisionPutsOut() {
        pixels().floats("2735", shape(2, 4), 1, 2, 3, 4, 5, 6, 7, 8)
                .longs("2761", shape(2), 0, 1)
                .floats("2748", shape(2), 0.9f, 0.8f);

        assertThat(boxes(graph.decode(0)))
                .containsExactly(List.of(1f, 2f, 3f, 4f), List.of(5f, 6f, 7f, 8f));
        assertThat(classes(graph.decode(0))).containsExactly(0, 1);
        assertThat(scores(graph.decode(0))).containsExactly(0.9f, 0.8f);
        assertThat(graph.maxBatch()).isEqualTo(1);
    }

    @Test
    void takesNoFeaturesForBoxes() {
        pixels().floats("a", shape(1, 7), new float[7])
                .floats("b", shape(1, 4), 1, 2, 3, 4)
                .floats("c", shape(1), 0.9f)
                .longs("d", shape(1), 1);

        assertThat(boxes(graph.decode(0))).containsExactly(List.of(1f, 2f, 3f, 4f));
    }

    @Test
    void readsTheScoreBehindABox() {
        pixels().floats("dets", shape(1, 2, 5), 1, 2, 3, 4, 0.9f, 5, 6, 7, 8, 0.8f)
                .longs("labels", shape(1, 2), 0, 1);

        assertThat(boxes(graph.decode(0)))
                .containsExactly(List.of(1f, 2f, 3f, 4f), List.of(5f, 6f, 7f, 8f));
        assertThat(scores(graph.decode(0))).containsExactly(0.9f, 0.8f);
        assertThat(classes(graph.decode(0))).containsExactly(0, 1);
    }

    @Test
    void readsTheOutputsOfTheTfliteOperator() {
        graph.saying(yaml -> yaml.firstClass(0))
                .floats("TFLite_Detection_PostProcess", shape(1, 2, 4), new float[8])
                .floats("TFLite_Detection_PostProcess:1", shape(1, 2), 1, 0)
                .floats("TFLite_Detection_PostProcess:2", shape(1, 2), 0.9f, 0.8f)
                .floats("TFLite_Detection_PostProcess:3", shape(1), 1);

        assertThat(classes(graph.decode(0))).containsExactly(1);
        assertThat(scores(graph.decode(0))).containsExactly(0.9f);
    }

    @Test
    void needsNoClassesWhereThereIsOneLabel() {
        pixels().labels(1)
                .saying(yaml -> yaml.firstClass(3))
                .floats("boxes", shape(1, 1, 4), 1, 2, 3, 4)
                .floats("scores", shape(1, 1), 0.9f);

        assertThat(classes(graph.decode(0))).containsExactly(0);
    }

    @Test
    void readsWiderRowsWhereThePackageNamesThem() {
        pixels().labels(1)
                .naming(Part.BOXES, "selectedBoxes")
                .floats("selectedBoxes", shape(1, 2, 6), 1, 2, 3, 4, 0, 0, 5, 6, 7, 8, 0, 0)
                .floats("selectedScores", shape(1, 2), 0.9f, 0.8f);

        assertThat(boxes(graph.decode(0)))
                .containsExactly(List.of(1f, 2f, 3f, 4f), List.of(5f, 6f, 7f, 8f));
    }

    @Test
    void skipsAndCountsWhatMakesNoSense() {
        pixels().floats("boxes", shape(1, 4, 4), 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4)
                .floats("scores", shape(1, 4), 0.9f, Float.NaN, 0.9f, 0.4f)
                .longs("labels", shape(1, 4), 2, 0, -1, 0);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.unlabelled()).isEqualTo(1);
        assertThat(found.notFinite()).isEqualTo(1);
    }

    @Test
    void asksForPartsThatNoNameTells() {
        graph.floats("Identity", shape(1, 9, 4))
                .floats("Identity_1", shape(1, 9))
                .floats("Identity_2", shape(1, 9));
        String outputs =
                "Identity: float[1, 9, 4]; Identity_1: float[1, 9]; Identity_2: float[1, 9].";

        assertThat(graph.problems())
                .containsExactly(
                        "'output.tensors.scores' must name the output that holds the scores; the"
                                + " graph has "
                                + outputs,
                        "'output.tensors.classes' must name the output that holds the classes; the"
                                + " graph has "
                                + outputs);
        assertThat(graph.naming(Part.SCORES, "Identity_2").problems()).isEmpty();
    }

    @Test
    void saysWhichNamedOutputDoesNotFit() {
        graph.naming(Part.BOXES, "boxes")
                .naming(Part.SCORES, "all_scores")
                .floats("boxes", shape(1, 9, 4))
                .floats("all_scores", shape(1, 9, 2))
                .longs("classes", shape(1, 9));

        assertThat(graph.problems())
                .containsExactly(
                        "output all_scores: float[1, 9, 2] does not have a number for each row of"
                                + " boxes: float[1, 9, 4].");
        assertThat(graph.naming(Part.BOXES, "mask").floats("mask", shape(1, 8, 8, 8)).problems())
                .containsExactly(
                        "output mask: float[1, 8, 8, 8]: format ssd has boxes [batch, rows, 4].");
    }

    @Test
    void refusesAGraphWithoutFinishedDetections() {
        graph.floats("output0", shape(1, 84, 8400));

        assertThat(graph.problems())
                .singleElement()
                .asString()
                .startsWith("'output.tensors.boxes' must name the output that holds the boxes;");
    }

    private FakeGraph pixels() {
        return graph.saying(yaml -> yaml.boxes(BoxForm.XYXY, BoxUnits.PIXELS).firstClass(0));
    }
}
