package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * The outputs of a graph that has some for each stride, in any order and of any name: those of a
 * stride are {@code [batch, cells, numbers]} with as many rows as the stride has cells.
 */
final class StrideOutputs {

    private final DecoderContext context;
    private final List<Integer> left;

    StrideOutputs(DecoderContext context) {
        this.context = context;
        this.left = new ArrayList<>(IntStream.range(0, context.outputs().size()).boxed().toList());
    }

    /** Whether a dimension besides the batch is open, so that outputs cannot be told apart. */
    static boolean areOpen(DecoderContext context) {
        return context.outputs().stream()
                .flatMap(output -> output.shape().stream().skip(1))
                .anyMatch(size -> size == Tensor.OPEN);
    }

    /**
     * Takes the first output that fits and is not taken yet.
     *
     * @param numbers whether so many numbers of a cell are what is looked for
     * @return its index; -1 where there is none
     */
    int take(int stride, LongPredicate numbers) {
        int cells = Grid.cells(context.raster(), stride);
        for (int i : left) {
            Tensor output = context.outputs().get(i);
            if (output.rank() == 3 && output.size(1) == cells && numbers.test(output.size(2))) {
                left.remove(Integer.valueOf(i));
                return i;
            }
        }
        return -1;
    }
}
