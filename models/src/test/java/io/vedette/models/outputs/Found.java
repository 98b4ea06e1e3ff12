package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A candidate that a decoder found, to be compared as a whole. */
record Found(int classId, float score, float left, float top, float right, float bottom) {

    /** The candidates of one frame of one output. */
    static List<Found> in(OutputDecoder decoder, int frame, long[] shape, float... values) {
        return in(decoder, frame, List.of(raw(shape, values)));
    }

    static List<Found> in(OutputDecoder decoder, int frame, List<RawOutput> outputs) {
        Candidates candidates = new Candidates();
        decoder.decode(outputs, frame, candidates);
        return all(candidates);
    }

    static List<Found> all(Candidates candidates) {
        return IntStream.range(0, candidates.size()).mapToObj(i -> at(candidates, i)).toList();
    }

    private static Found at(Candidates candidates, int i) {
        return new Found(
                candidates.classId(i),
                candidates.score(i),
                candidates.left(i),
                candidates.top(i),
                candidates.right(i),
                candidates.bottom(i));
    }

    /** An output in native memory, as a run's are. */
    static RawOutput raw(long[] shape, float... values) {
        FloatBuffer memory =
                ByteBuffer.allocateDirect(Float.BYTES * values.length)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        memory.put(0, values);
        return new RawOutput("output", shape, memory);
    }

    static float[] joined(float[]... parts) {
        FloatBuffer all = FloatBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    /** The columns of a table of rows, one after the other. */
    static float[] transposed(float[] table, int rows, int columns) {
        float[] transposed = new float[table.length];
        for (int i = 0; i < table.length; i++) {
            transposed[i % columns * rows + i / columns] = table[i];
        }
        return transposed;
    }
}
