package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import io.vedette.schema.RasterSpec;
import java.util.List;

/** The cells that strides divide a network's input into. */
final class Grid {

    private Grid() {}

    /** Cells of one stride; a part of a cell at the right or lower edge counts. */
    static int cells(RasterSpec raster, int stride) {
        return columns(raster, stride) * rows(raster, stride);
    }

    /** Cells of all strides. */
    static long cells(RasterSpec raster, List<Integer> strides) {
        return strides.stream().mapToLong(stride -> cells(raster, stride)).sum();
    }

    static int columns(RasterSpec raster, int stride) {
        return (raster.width() + stride - 1) / stride;
    }

    static int rows(RasterSpec raster, int stride) {
        return (raster.height() + stride - 1) / stride;
    }

    /** Notes a problem for every stride that does not divide the input. */
    static void requireWhole(DecoderContext context) {
        RasterSpec raster = context.raster();
        for (int stride : context.spec().strides()) {
            if (raster.width() % stride != 0 || raster.height() % stride != 0) {
                context.problem(
                        "'input' %d x %d is not a multiple of stride %d.",
                        raster.width(), raster.height(), stride);
            }
        }
    }

    /** Notes a problem where a dimension does not count so many rows for every cell. */
    static void requireCells(
            DecoderContext context, Tensor output, int dimension, int rowsPerCell) {
        RasterSpec raster = context.raster();
        List<Integer> strides = context.spec().strides();
        long wanted = rowsPerCell * cells(raster, strides);
        if (!output.fits(dimension, wanted)) {
            context.problem(
                    "output %s has %d cells but %d x %d with strides %s has %d.",
                    output,
                    output.size(dimension),
                    raster.width(),
                    raster.height(),
                    strides,
                    wanted);
        }
    }
}
