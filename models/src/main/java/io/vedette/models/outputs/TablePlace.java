package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
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

    /**
     * Finds an output {@code [batch, candidates, numbers]}, which may lack the batch, by its
     * numbers, its name or what the package says. Notes a problem where there is none.
     *
     * @param hints lower-case words of which such outputs' names are one, or have one
     */
    static TablePlace find(
            DecoderContext context, Part part, int candidates, int numbers, String... hints) {
        boolean sure = context.outputs().stream().anyMatch(output -> isRows(output, numbers));
        int index = context.part(part, o -> sure ? isRows(o, numbers) : isTable(o), hints);
        if (index < 0) {
            return rows(0, true, 0, numbers);
        }
        Tensor output = context.outputs().get(index);
        if (!isRows(output, numbers) || !output.fits(output.rank() - 2, candidates)) {
            context.problem(
                    "output %s: format %s with these labels, strides and anchors has %d numbers"
                            + " for each of %d candidates.",
                    output, context.spec().format().key(), numbers, candidates);
        }
        return rows(index, output.rank() == 3, candidates, numbers);
    }

    private static boolean isRows(Tensor output, int numbers) {
        return isTable(output) && output.fits(output.rank() - 1, numbers);
    }

    private static boolean isTable(Tensor output) {
        return output.rank() == 2 || output.rank() == 3;
    }

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

    /** The most frames of one run that are told apart. */
    int maxBatch() {
        return batched ? Integer.MAX_VALUE : 1;
    }

    /** What a frame of a run holds there. */
    CandidateTable of(List<RawOutput> outputs, int frame) {
        RawOutput raw = outputs.get(output);
        int start = batched ? frame * raw.stride() : 0;
        return new CandidateTable(raw.values(), start + from, count, step, numberStep);
    }
}
