package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import java.util.List;

/**
 * Where the numbers of candidates lie in a graph's outputs.
 *
 * @param output which of them
 * @param batched whether its first dimension counts frames; else there is one frame
 * @param from where the first number is, within a frame
 * @param count candidates
 * @param step from a candidate to the next
 * @param numberStep from a number of a candidate to the next
 */
record TablePlace(int output, boolean batched, int from, int count, int step, int numberStep) {

    /** A map {@code [batch, numbers, rows, columns]}, which may lack the batch. */
    static TablePlace map(int output, Tensor tensor, int cells) {
        return new TablePlace(output, tensor.rank() > 3, 0, cells, 1, cells);
    }

    /** Candidate by candidate, the numbers of each side by side. */
    static TablePlace rows(int output, boolean batched, int count, int numbers) {
        return new TablePlace(output, batched, 0, count, numbers, 1);
    }

    /** Some of the candidates. */
    TablePlace candidates(int first, int number) {
        return new TablePlace(output, batched, from + first * step, number, step, numberStep);
    }

    /** The same candidates, from another number on. */
    TablePlace numbers(int first) {
        return new TablePlace(output, batched, from + first * numberStep, count, step, numberStep);
    }

    /** What a frame of a run holds there. */
    CandidateTable of(List<RawOutput> outputs, int frame) {
        RawOutput raw = outputs.get(output);
        int start = batched ? frame * raw.stride() : 0;
        return new CandidateTable(raw.values(), start + from, count, step, numberStep);
    }
}
