package io.vedette.models.init;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.vedette.models.recognition.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphScaleTest {

    private final NodeGraph graph = new NodeGraph().input("image", DataType.FLOAT, 1, 3, 8, 8);

    @ParameterizedTest
    @CsvSource({
        "Div, 255, BYTES",
        "Mul, 0.003921569, BYTES",
        "Sub, 127.5, BYTES",
        "Add, -103.94, BYTES",
        "Mul, 255, FRACTIONS",
        "Sub, 0.485, FRACTIONS",
        "Div, 0.229, FRACTIONS",
        "Mul, 2, FRACTIONS"
    })
    void arithmeticWithAConstantTellsIt(String operator, float constant, Scale scale) {
        graph.floats("c", new long[] {}, constant).node(operator, "a", "image", "c");

        assertThat(GraphScale.of(graph.graph(), "image")).contains(scale);
    }

    @Test
    void whatLeavesTheNumbersAloneIsPassed() {
        graph.floats("nothing", new long[] {3}, 0, 0, 0)
                .floats("large", new long[] {3}, 58, 57, 57)
                .cast("a", "image")
                .node("Sub", "b", "a", "nothing")
                .node("Identity", "c", "b")
                .node("Div", "d", "c", "large");

        assertThat(GraphScale.of(graph.graph(), "image")).contains(Scale.BYTES);
    }

    @Test
    void aConvolutionTellsNothing() {
        graph.floats("w", new long[] {1, 3, 1, 1}, 255, 255, 255)
                .node("Conv", "a", "image", "w")
                .floats("c", new long[] {}, 255)
                .node("Div", "b", "a", "c");

        assertThat(GraphScale.of(graph.graph(), "image")).isEmpty();
    }

    @Test
    void aConstantThatTwoNodesDoNotShareTellsNothing() {
        graph.floats("c", new long[] {}, 255)
                .node("Div", "a", "image", "c")
                .node("Relu", "b", "image");

        assertThat(GraphScale.of(graph.graph(), "image")).isEmpty();
    }

    @Test
    void aGraphThatGoesInACircleEnds() {
        graph.node("Identity", "a", "image").node("Identity", "image", "a");

        assertThat(GraphScale.of(graph.graph(), "image")).isEmpty();
    }
}
