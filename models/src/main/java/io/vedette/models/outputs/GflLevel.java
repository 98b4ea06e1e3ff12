package io.vedette.models.outputs;

/**
 * What a generalized-focal-loss head puts out for the cells of one stride.
 *
 * @param scores of the classes
 * @param distances to the left, upper, right and lower side, each as the logits of some bins
 * @param bins of a side; bin i stands for i strides
 */
record GflLevel(int stride, TablePlace scores, TablePlace distances, int bins) {}
