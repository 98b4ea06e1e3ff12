package io.vedette.models.outputs;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outputs of a graph, whose values a test sets, and the package that describes them. */
final class FakeMaps {

    private final OutputFormat format;
    private final RasterSpec raster;
    private final int classes;
    private final Map<String, RawOutput> outputs = new LinkedHashMap<>();
    private List<Integer> strides;
    private ScoreForm scores;
    private Thresholds thresholds;

    /** A graph with the defaults of its format and no outputs yet. */
    FakeMaps(OutputFormat format, int width, int height, int classes) {
        this.format = format;
        this.raster =
                new RasterSpec(width, height, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);
        this.classes = classes;
        this.strides = format.output().strides();
        this.scores = format.output().scores();
        this.thresholds = format.defaults().thresholds();
    }

    FakeMaps strides(Integer... values) {
        strides = List.of(values);
        return this;
    }

    FakeMaps scores(ScoreForm form) {
        scores = form;
        return this;
    }

    FakeMaps thresholds(float confidence, boolean multiLabel) {
        thresholds = new Thresholds(confidence, 0.5f, 100, multiLabel);
        return this;
    }

    /** Adds an output of zeros; one with open dimensions has no values. */
    FakeMaps output(String name, long... shape) {
        long size = Math.max(0, Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        outputs.put(name, new RawOutput(name, shape, FloatBuffer.allocate((int) size)));
        return this;
    }

    /** Sets a row of an output {@code [batch, rows, numbers]}. */
    void row(String name, int frame, int row, float... values) {
        RawOutput output = outputs.get(name);
        int from = frame * output.stride() + row * values.length;
        output.values().put(from, values);
    }

    /** Sets one channel after the other of an output {@code [batch, channels, rows, columns]}. */
    void channels(String name, int frame, int cell, float... values) {
        RawOutput output = outputs.get(name);
        int cells = output.size(2) * output.size(3);
        for (int c = 0; c < values.length; c++) {
            output.values().put(frame * output.stride() + c * cells + cell, values[c]);
        }
    }

    List<String> problems() {
        DecoderContext context = context();
        format.decoder(context);
        return context.problems();
    }

    Candidates decode(int frame) {
        DecoderContext context = context();
        Candidates found = new Candidates();
        OutputDecoder decoder = format.decoder(context);
        if (!context.problems().isEmpty()) {
            throw new AssertionError(context.problems());
        }
        decoder.decode(List.copyOf(outputs.values()), frame, found);
        return found;
    }

    private DecoderContext context() {
        return new DecoderContext(
                spec(),
                raster,
                classes,
                thresholds,
                outputs.values().stream().map(FakeMaps::tensor).toList());
    }

    private static Tensor tensor(RawOutput output) {
        return new Tensor(output.name(), OnnxJavaType.FLOAT, List.of()).withShape(output.shape());
    }

    private OutputSpec spec() {
        OutputSpec own = format.output();
        return new OutputSpec(
                format,
                strides,
                own.anchors(),
                own.boxes(),
                own.units(),
                scores,
                own.background(),
                own.firstClass(),
                own.columns(),
                own.tensors());
    }
}
