package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of a graph that has some for each stride, in any order and of any name: those of a
 * stride are {@code [batch, cells, numbers]}, with as many rows as the stride has cells, and may
 * lack the batch.
 */
final class StrideOutputs {

    private final DecoderContext context;
    private final boolean[] taken;

    StrideOutputs(DecoderContext context) {
        this.context = context;
        this.taken = new boolean[context.outputs().size()];
    }

    /**
     * Takes the first output that fits and is not taken yet.
     *
     * @param numbers whether so many numbers of a cell are what is looked for
     * @return null where there is none
     */
    @Nullable TablePlace take(int stride, LongPredicate numbers) {
        return takeRows(Grid.cells(context.raster(), stride), numbers);
    }

    /** The same of outputs that have another number of rows. */
    @Nullable TablePlace takeRows(int rows, LongPredicate numbers) {
        for (int i = 0; i < taken.length; i++) {
            Tensor output = context.outputs().get(i);
            int rank = output.rank();
            if (!taken[i] && isTable(output) && output.fits(rank - 2, rows)) {
                long size = output.size(rank - 1);
                if (size == Tensor.OPEN || numbers.test(size)) {
                    taken[i] = true;
                    return TablePlace.rows(i, rank == 3, rows, (int) size);
                }
            }
        }
        return null;
    }

    private static boolean isTable(Tensor output) {
        return output.rank() == 2 || output.rank() == 3;
    }
}
