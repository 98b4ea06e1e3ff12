package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
import java.util.List;
import java.util.Objects;

/**
 * The output that holds all candidates, some numbers and the class scores of each, either candidate
 * by candidate, {@code [batch, candidates, numbers]}, or number by number, {@code [batch, numbers,
 * candidates]}; for one frame also without the batch. Which of the two shows in the count of
 * labels.
 */
final class CandidateOutput {

    private final int index;
    private final boolean byNumber;

    private final boolean batched;

    private CandidateOutput(int index, boolean byNumber, boolean batched) {
        this.index = index;
        this.byNumber = byNumber;
        this.batched = batched;
    }

    /**
     * Finds the output: the only one, the only one that fits, or the one that the package names.
     * Notes a problem where that is not one, or does not fit.
     *
     * @param others numbers of a candidate besides its class scores
     */
    static CandidateOutput of(DecoderContext context, int others) {
        int index = index(context, others);
        if (index < 0) {
            return new CandidateOutput(0, false, false);
        }
        Tensor output = context.outputs().get(index);
        boolean byNumber = isByNumber(output, others + context.classes());
        requireNumbers(context, output, output.rank() - (byNumber ? 2 : 1), others);
        return new CandidateOutput(index, byNumber, output.rank() == 3);
    }

    private static int index(DecoderContext context, int others) {
        int numbers = others + context.classes();
        List<Tensor> outputs = context.outputs();
        if (outputs.stream().noneMatch(CandidateOutput::isTable)) {
            return refuse(context, others, outputs);
        }
        boolean fits = outputs.stream().anyMatch(output -> isOf(output, numbers));
        int index =
                context.part(Part.BOXES, output -> fits ? isOf(output, numbers) : isTable(output));
        boolean other = index >= 0 && !isTable(outputs.get(index));
        return other ? refuse(context, others, List.of(outputs.get(index))) : index;
    }

    private static int refuse(DecoderContext context, int others, List<Tensor> outputs) {
        context.problem(
                "format %s has [batch, candidates, %d + classes], or its transpose, but there is"
                        + " %s.",
                context.spec().format().key(), others, Tensor.listed(outputs));
        return -1;
    }

    private static boolean isTable(Tensor output) {
        return output.rank() == 2 || output.rank() == 3;
    }

    private static boolean isOf(Tensor output, int numbers) {
        int rank = output.rank();
        return isTable(output)
                && (output.fits(rank - 1, numbers) || output.fits(rank - 2, numbers));
    }

    /** Told by the numbers, else by there being more candidates than numbers. */
    private static boolean isByNumber(Tensor output, int numbers) {
        long inner = output.size(output.rank() - 1);
        long outer = output.size(output.rank() - 2);
        return (inner == numbers) == (outer == numbers) ? outer < inner : outer == numbers;
    }

    private static void requireNumbers(
            DecoderContext context, Tensor output, int dimension, int others) {
        if (output.size(dimension) <= others + context.classes()) {
            context.requireClasses(output, dimension, others);
            return;
        }
        context.problem(
                "output %s implies %d classes but there are %d labels; format %s reads no masks,"
                        + " key points or angles.",
                output,
                output.size(dimension) - others,
                context.classes(),
                context.spec().format().key());
    }

    /** The most frames of one run whose candidates are told apart. */
    int maxBatch() {
        return batched ? Integer.MAX_VALUE : 1;
    }

    /** The candidates of one frame. */
    CandidateTable table(List<RawOutput> outputs, int frame) {
        RawOutput output = outputs.get(index);
        int rank = output.shape().length;
        int frames = batched ? output.size(0) : 1;
        int from = Objects.checkIndex(frame, frames) * (output.values().limit() / frames);
        int inner = output.size(rank - 1);
        return byNumber
                ? new CandidateTable(output.values(), from, inner, 1, inner)
                : new CandidateTable(output.values(), from, output.size(rank - 2), inner, 1);
    }
}
