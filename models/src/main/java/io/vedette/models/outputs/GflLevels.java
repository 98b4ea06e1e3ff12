package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the outputs of a generalized-focal-loss head are: for each stride one of scores and
 * one of distances, or one of both for all strides. Strides that a package does not give are 8, 16,
 * 32 and so on, as many as the outputs are for.
 */
final class GflLevels {

    static final int SIDES = 4;
    private static final int LEAST_BINS = 2;
    private static final int FIRST_STRIDE = 8;
    private static final int MOST_LEVELS = 6;

    private final DecoderContext context;

    private GflLevels(DecoderContext context) {
        this.context = context;
    }

    /** Empty, with a problem noted, where the outputs do not fit; empty too where they are open. */
    static List<GflLevel> of(DecoderContext context) {
        if (StrideOutputs.areOpen(context)) {
            return List.of();
        }
        GflLevels levels = new GflLevels(context);
        return context.outputs().size() == 1 ? levels.ofOne() : levels.ofPairs();
    }

    private List<GflLevel> ofOne() {
        @Nullable Tensor output = context.only(3, "[batch, cells, classes + 4 * bins]");
        if (output == null) {
            return List.of();
        }
        int classes = context.classes();
        int width = (int) output.size(2);
        if (!areBins(width - classes)) {
            context.problem(
                    "output %s: format %s has [batch, cells, classes + 4 * bins], and there are %d"
                            + " labels.",
                    output, context.spec().format().key(), classes);
        }
        TablePlace rows = TablePlace.rows(0, true, (int) output.size(1), width);
        List<GflLevel> levels = new ArrayList<>();
        int first = 0;
        for (int stride : stridesOf(output)) {
            int cells = Grid.cells(context.raster(), stride);
            TablePlace own = rows.candidates(first, cells);
            levels.add(new GflLevel(stride, own, own.numbers(classes), (width - classes) / SIDES));
            first += cells;
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
            if (Grid.cells(context.raster(), strides) == output.size(1)) {
                return strides;
            }
        }
        context.problem(
                "'output.strides' must be given: strides 8, 16, 32, … do not have the cells of"
                        + " output %s.",
                output);
        return List.of();
    }

    private List<GflLevel> ofPairs() {
        StrideOutputs outputs = new StrideOutputs(context);
        List<GflLevel> levels = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int stride : stridesOfPairs()) {
            int scores = outputs.take(stride, numbers -> numbers == context.classes());
            int distances = outputs.take(stride, GflLevels::areBins);
            if (scores < 0 || distances < 0) {
                missing.add(stride);
            } else {
                levels.add(level(stride, scores, distances));
            }
        }
        if (!missing.isEmpty()) {
            context.problem(
                    "strides %s of %d x %d have no outputs [batch, cells, %d labels] and [batch,"
                            + " cells, 4 * bins]; the graph has %s.",
                    missing,
                    context.raster().width(),
                    context.raster().height(),
                    context.classes(),
                    Tensor.listed(context.outputs()));
        }
        return levels;
    }

    private GflLevel level(int stride, int scores, int distances) {
        int numbers = (int) context.outputs().get(distances).size(2);
        int cells = Grid.cells(context.raster(), stride);
        return new GflLevel(
                stride,
                TablePlace.rows(scores, true, cells, context.classes()),
                TablePlace.rows(distances, true, cells, numbers),
                numbers / SIDES);
    }

    private List<Integer> stridesOfPairs() {
        List<Integer> given = context.spec().strides();
        return given.isEmpty() ? doubling(context.outputs().size() / 2) : given;
    }

    private static List<Integer> doubling(int levels) {
        return IntStream.range(0, Math.min(levels, MOST_LEVELS))
                .mapToObj(i -> FIRST_STRIDE << i)
                .toList();
    }

    /** Whether so many numbers are the bins of four sides. */
    static boolean areBins(long numbers) {
        return numbers % SIDES == 0 && numbers >= SIDES * LEAST_BINS;
    }
}
