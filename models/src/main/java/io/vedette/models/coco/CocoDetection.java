package io.vedette.models.coco;

/**
 * One object that a model saw.
 *
 * @param image the image's id
 * @param category the category's id
 * @param box where it was seen
 * @param score the model's confidence
 */
public record CocoDetection(long image, int category, CocoBox box, double score) {}
