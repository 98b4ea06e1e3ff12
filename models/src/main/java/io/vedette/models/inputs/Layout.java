package io.vedette.models.inputs;

import io.vedette.schema.RasterSpec;

/** In which order a picture's dimensions stand in a tensor. */
public enum Layout {
    /** Batch, channel, row, column. */
    NCHW,
    /** Batch, row, column, channel. */
    NHWC;

    /** The dimension, after that of the batch, that holds the channels. */
    public int channel() {
        return this == NCHW ? 0 : 2;
    }

    /** The dimension, after that of the batch, that holds the rows. */
    public int row() {
        return this == NCHW ? 1 : 0;
    }

    /** The dimension, after that of the batch, that holds the columns. */
    public int column() {
        return row() + 1;
    }

    /** A picture's dimensions, after that of the batch. */
    public long[] shape(RasterSpec raster) {
        long[] shape = new long[3];
        shape[channel()] = raster.color().channels();
        shape[row()] = raster.height();
        shape[column()] = raster.width();
        return shape;
    }
}
