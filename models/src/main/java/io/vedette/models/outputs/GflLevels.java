package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the outputs of a generalized-focal-loss head are: for each stride one of class scores,
 * {@code [batch, cells, classes]}, and one of distances, {@code [batch, cells, 4 * bins]}, in any
 * order; or one of both for all strides, {@code [batch, cells, classes + 4 * bins]}. Where classes
 * and distances are as many, scores come first.
 *
 * <p>Strides that a package does not give are 8, 16, 32 and so on, as many as the outputs are for.
 */
final class GflLevels {

    private static final int SIDES = 4;
    private static final int LEAST_BINS = 2;
    private static final int FIRST_STRIDE = 8;
    private static final int MOST_LEVELS = 6;

    private final DecoderContext context;

    private GflLevels(DecoderContext context) {
        this.context = context;
    }

    /** Notes a problem where the outputs do not fit. */
    static List<GflLevel> of(DecoderContext context) {
        GflLevels levels = new GflLevels(context);
        return context.outputs().size() == 1 ? levels.joined() : levels.apart();
    }

    private List<GflLevel> joined() {
        @Nullable Tensor output = context.only(3, "[batch, cells, classes + 4 * bins]");
        if (output == null) {
            return List.of();
        }
        int classes = context.classes();
        int width = (int) output.size(2);
        if (width != Tensor.OPEN && !areBins(width - classes)) {
            context.problem(
                    "output %s: format %s has [batch, cells, classes + 4 * bins], and there are %d"
                            + " labels.",
                    output, context.spec().format().key(), classes);
        }
        List<Integer> strides = stridesOf(output);
        int cells = (int) Grid.cells(context.raster(), strides);
        TablePlace all = TablePlace.rows(0, true, cells, width);
        List<GflLevel> levels = new ArrayList<>();
        int first = 0;
        for (int stride : strides) {
            TablePlace own = all.candidates(first, Grid.cells(context.raster(), stride));
            levels.add(new GflLevel(stride, own, own.numbers(classes), bins(width - classes)));
            first += own.count();
        }
        return levels;
    }

    private List<Integer> stridesOf(Tensor output) {
        List<Integer> given = context.spec().strides();
        if (!given.isEmpty()) {
            Grid.requireCells(context, output, 1, 1);
            return given;
        }
        for (int levels = 1; levels <= MOST_LEVELS; levels++) {
            List<Integer> strides = doubling(levels);
            if (output.fits(1, Grid.cells(context.raster(), strides))) {
                return strides;
            }
        }
        context.problem(
                "'output.strides' must be given: strides 8, 16, 32, … do not have the cells of"
                        + " output %s.",
                output);
        return List.of();
    }

    private List<GflLevel> apart() {
        StrideOutputs outputs = new StrideOutputs(context);
        List<Integer> given = context.spec().strides();
        List<Integer> strides = given.isEmpty() ? doubling(context.outputs().size() / 2) : given;
        List<GflLevel> levels = new ArrayList<>();
        for (int stride : strides) {
            @Nullable TablePlace scores =
                    outputs.take(stride, numbers -> numbers == context.classes());
            @Nullable TablePlace distances = outputs.take(stride, GflLevels::areBins);
            if (scores != null && distances != null) {
                levels.add(new GflLevel(stride, scores, distances, bins(distances.step())));
            }
        }
        if (levels.isEmpty() || levels.size() < strides.size()) {
            refuse(strides);
        }
        return levels;
    }

    private void refuse(List<Integer> strides) {
        context.problem(
                "format %s has outputs [batch, cells, %d labels] and [batch, cells, 4 * bins] for"
                        + " the cells of %d x %d with each of the strides %s but the graph has %s.",
                context.spec().format().key(),
                context.classes(),
                context.raster().width(),
                context.raster().height(),
                strides,
                Tensor.listed(context.outputs()));
    }

    private static List<Integer> doubling(int levels) {
        return IntStream.range(0, Math.min(levels, MOST_LEVELS))
                .mapToObj(i -> FIRST_STRIDE << i)
                .toList();
    }

    /** Whether so many numbers are the bins of four sides. */
    static boolean areBins(long numbers) {
        return numbers % SIDES == 0 && bins((int) numbers) >= LEAST_BINS;
    }

    /** The bins of a side, of the numbers of four. */
    static int bins(int numbers) {
        return Math.max(0, numbers / SIDES);
    }
}
