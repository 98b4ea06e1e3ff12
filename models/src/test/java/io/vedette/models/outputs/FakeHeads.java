package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Outputs o0, o1, … of a graph, of which a test sets the few numbers that are not 0. */
final class FakeHeads {

    private final DecoderSetting setting;
    private final List<RawOutput> outputs = new ArrayList<>();

    FakeHeads(DecoderSetting setting) {
        this.setting = setting;
    }

    /** Adds an output of zeros. */
    FakeHeads output(long... shape) {
        setting.output(shape);
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        outputs.add(new RawOutput("o" + outputs.size(), shape, FloatBuffer.allocate(size)));
        return this;
    }

    /** Sets a row of an output {@code [batch, rows, numbers]}. */
    void row(int output, int frame, int row, float... values) {
        RawOutput raw = outputs.get(output);
        raw.values().put(frame * raw.stride() + row * values.length, values);
    }

    /** Sets the channels of a cell of an output {@code [batch, channels, rows, columns]}. */
    void channels(int output, int frame, int cell, float... values) {
        RawOutput raw = outputs.get(output);
        int cells = raw.size(2) * raw.size(3);
        for (int c = 0; c < values.length; c++) {
            raw.values().put(frame * raw.stride() + c * cells + cell, values[c]);
        }
    }

    /** What is found in a frame, by a decoder that nothing was wrong with. */
    Candidates decode(int frame) {
        Candidates found = new Candidates();
        setting.decoder().decode(outputs, frame, found);
        return found;
    }
}
