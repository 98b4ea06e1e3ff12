package io.vedette.models.inputs;

/** In which order a picture's dimensions stand in a tensor. */
public enum Layout {
    /** Batch, channel, row, column. */
    NCHW,
    /** Batch, row, column, channel. */
    NHWC;

    /** The dimension that holds the channels. */
    public int channelDimension() {
        return this == NCHW ? 1 : 3;
    }

    /** The dimension that holds the rows. */
    public int heightDimension() {
        return this == NCHW ? 2 : 1;
    }

    /** The dimension that holds the columns. */
    public int widthDimension() {
        return heightDimension() + 1;
    }

    /** A tensor's shape. */
    public long[] shape(int batch, int channels, int height, int width) {
        return this == NCHW
                ? new long[] {batch, channels, height, width}
                : new long[] {batch, height, width, channels};
    }
}
