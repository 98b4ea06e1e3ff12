package io.vedette.models.outputs;

import static io.vedette.models.outputs.FakeGraph.boxes;
import static io.vedette.models.outputs.FakeGraph.classes;
import static io.vedette.models.outputs.FakeGraph.scores;
import static io.vedette.models.outputs.FakeGraph.shape;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.outputs.OutputSpec.Column;
import io.vedette.models.outputs.OutputSpec.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EndToEndDecoderTest {

    private static final float NAN = Float.NaN;

    private final FakeGraph graph = new FakeGraph(OutputFormat.END_TO_END);

    @Test
    void readsTheRowsOfAFrame() {
        graph.floats(
                "output0",
                shape(2, 2, 6),
                new float[] {
                    1, 2, 3, 4, 0.9f, 0, 5, 6, 7, 8, 0.8f, 1, 11, 12, 13, 14, 0.7f, 1, 0, 0, 0, 0,
                    0, 0
                });

        assertThat(boxes(graph.decode(0)))
                .containsExactly(List.of(1f, 2f, 3f, 4f), List.of(5f, 6f, 7f, 8f));
        assertThat(classes(graph.decode(0))).containsExactly(0, 1);
        assertThat(scores(graph.decode(0))).containsExactly(0.9f, 0.8f);
        assertThat(boxes(graph.decode(1))).containsExactly(List.of(11f, 12f, 13f, 14f));
        assertThat(graph.maxBatch()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void leavesOutWhatScoresTooLow() {
        graph.floats("output0", shape(1, 2, 6), 1, 2, 3, 4, 0.24f, 0, 1, 2, 3, 4, 0.25f, 0);

        Candidates found = graph.decode(0);

        assertThat(scores(found)).containsExactly(0.25f);
    }

    @Test
    void leavesOutEmptyRowsWhateverTheThreshold() {
        graph.confidence(0)
                .floats("output0", shape(1, 2, 6), 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0.9f, -1);

        Candidates found = graph.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.unlabelled()).isZero();
    }

    @Test
    void countsRowsOfAClassWithoutALabelOrWithNumbersThatAreNotFinite() {
        graph.floats(
                "output0",
                shape(1, 4, 6),
                new float[] {
                    1, 2, 3, 4, 0.9f, 2, 1, 2, 3, 4, NAN, 0, 1, 2, 3, 4, 0.9f, NAN, NAN, 2, 3, 4,
                    0.9f, 0
                });

        Candidates found = graph.decode(0);

        assertThat(found.size()).isZero();
        assertThat(found.unlabelled()).isEqualTo(1);
        assertThat(found.notFinite()).isEqualTo(3);
    }

    @Test
    void readsWhichFrameARowIsOf() {
        graph.saying(yaml -> yaml.columns(Column.FRAME, Column.BOX, Column.CLASS, Column.SCORE))
                .floats(
                        "output",
                        shape(3, 7),
                        new float[] {
                            0, 1, 2, 3, 4, 1, 0.9f, 1, 5, 6, 7, 8, 0, 0.8f, -1, 9, 9, 9, 9, 0, 0.7f
                        });

        assertThat(boxes(graph.decode(0))).containsExactly(List.of(1f, 2f, 3f, 4f));
        assertThat(classes(graph.decode(0))).containsExactly(1);
        assertThat(boxes(graph.decode(1))).containsExactly(List.of(5f, 6f, 7f, 8f));
        assertThat(graph.decode(2).size()).isZero();
        assertThat(graph.maxBatch()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void readsFractionsAndClassesFromOne() {
        graph.saying(
                        yaml ->
                                yaml.boxes(BoxForm.XYXY, BoxUnits.FRACTION)
                                        .firstClass(1)
                                        .columns(
                                                Column.FRAME,
                                                Column.CLASS,
                                                Column.SCORE,
                                                Column.BOX))
                .floats(
                        "detection_out",
                        shape(1, 1, 2, 7),
                        new float[] {
                            0, 2, 0.9f, 0.1f, 0.2f, 0.5f, 1, 0, 0, 0.9f, 0, 0, 1, 1,
                        });

        Candidates found = graph.decode(0);

        assertThat(boxes(found)).containsExactly(List.of(10f, 10f, 50f, 50f));
        assertThat(classes(found)).containsExactly(1);
    }

    @Test
    void dealsRowsOutByTheCountOfEachFrame() {
        graph.saying(yaml -> yaml.columns(Column.CLASS, Column.SCORE, Column.BOX))
                .floats(
                        "multiclass_nms3_0.tmp_0",
                        shape(3, 6),
                        new float[] {
                            0, 0.9f, 1, 2, 3, 4, 1, 0.8f, 5, 6, 7, 8, 1, 0.7f, 9, 10, 11, 12
                        })
                .longs("multiclass_nms3_0.tmp_2", shape(3), 1, 0, 2);

        assertThat(boxes(graph.decode(0))).containsExactly(List.of(1f, 2f, 3f, 4f));
        assertThat(graph.decode(1).size()).isZero();
        assertThat(boxes(graph.decode(2)))
                .containsExactly(List.of(5f, 6f, 7f, 8f), List.of(9f, 10f, 11f, 12f));
        assertThat(graph.maxBatch()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void readsNoMoreRowsOfAFrameThanItsCountSays() {
        graph.floats("detections", shape(1, 2, 6), 1, 2, 3, 4, 0.9f, 0, 5, 6, 7, 8, 0.8f, 1)
                .longs("num_dets", shape(1, 1), 1);

        assertThat(scores(graph.decode(0))).containsExactly(0.9f);
    }

    @Test
    void readsNothingOfANumberOfRowsThatMakesNoSense() {
        FakeGraph many = new FakeGraph(OutputFormat.END_TO_END);
        many.floats("dets", shape(1, 1, 6), 1, 2, 3, 4, 0.9f, 0).floats("num", shape(1), 9);
        graph.floats("dets", shape(1, 1, 6), 1, 2, 3, 4, 0.9f, 0).floats("num", shape(1), -9);

        assertThat(graph.decode(0).size()).isZero();
        assertThat(many.decode(0).size()).isEqualTo(1);
    }

    @Test
    void takesOneFrameInARunWhereNothingTellsFramesApart() {
        graph.floats("output", shape(1, 6), 1, 2, 3, 4, 0.9f, 1);

        assertThat(boxes(graph.decode(0))).containsExactly(List.of(1f, 2f, 3f, 4f));
        assertThat(graph.maxBatch()).isEqualTo(1);
    }

    @Test
    void readsNoRows() {
        graph.floats("output", shape(0, 6));

        assertThat(graph.decode(0).size()).isZero();
    }

    @Test
    void takesAScoreOfOneAndTheOnlyClassWhereNoColumnHoldsThem() {
        graph.labels(1)
                .saying(
                        yaml ->
                                yaml.boxes(BoxForm.YXYX, BoxUnits.FRACTION)
                                        .firstClass(1)
                                        .columns(Column.BOX, Column.SKIP))
                .floats("selected", shape(1, 1, 5), 0, 0.1f, 1, 0.5f, 7);

        Candidates found = graph.decode(0);

        assertThat(boxes(found)).containsExactly(List.of(10f, 0f, 50f, 50f));
        assertThat(scores(found)).containsExactly(1f);
        assertThat(classes(found)).containsExactly(0);
    }

    @Test
    void leavesOtherOutputsAlone() {
        graph.floats("output1", shape(1, 32, 2, 2), new float[128])
                .floats("output0", shape(1, 1, 6), 1, 2, 3, 4, 0.9f, 0);

        assertThat(graph.decode(0).size()).isEqualTo(1);
    }

    @Test
    void saysWhatTheRowsDoNotHold() {
        graph.saying(yaml -> yaml.columns(Column.BOX, Column.BOX, Column.CLASS))
                .floats("output", shape(1, 100, 7));

        assertThat(graph.problems())
                .containsExactly(
                        "'output.columns' must have box once, score and frame at most once, and"
                                + " class once where there are several labels, but was [box, box,"
                                + " class].",
                        "output output: float[1, 100, 7] does not have rows of 6 numbers, as"
                                + " 'output.columns' [box, box, class] says.");
    }

    @Test
    void wantsAClassWhereThereAreSeveralLabels() {
        graph.saying(yaml -> yaml.columns(Column.BOX, Column.SCORE))
                .floats("output", shape(1, 100, 5));

        assertThat(graph.problems()).singleElement().asString().contains("[box, score]");
    }

    @Test
    void asksWhichOfSeveralOutputsHoldsTheRows() {
        graph.floats("a", shape(1, 100, 6)).floats("b", shape(1, 300, 6));

        assertThat(graph.problems())
                .containsExactly(
                        "'output.tensors.boxes' must name the output that holds the boxes; the"
                                + " graph has a: float[1, 100, 6]; b: float[1, 300, 6].");
        assertThat(graph.naming(Part.BOXES, "b").problems()).isEmpty();
        assertThat(graph.naming(Part.COUNT, "c").problems())
                .singleElement()
                .asString()
                .startsWith("'output.tensors.count' names 'c', which is no output;");
    }

    @Test
    void acceptsShapesThatAreNotKnown() {
        assertThat(graph.floats("output", shape(-1, -1, -1)).problems()).isEmpty();
    }
}
