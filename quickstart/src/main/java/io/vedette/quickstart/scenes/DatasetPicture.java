package io.vedette.quickstart.scenes;

/**
 * A picture of a dataset, already written.
 *
 * @param file its name within the folder of images
 */
record DatasetPicture(String file, int width, int height, Truth truth) {}
