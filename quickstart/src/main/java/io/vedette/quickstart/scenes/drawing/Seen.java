package io.vedette.quickstart.scenes.drawing;

/**
 * What one camera sees of one object. The silhouette is every sample that the object would cover if
 * nothing stood before it, within the picture.
 *
 * @param left its first column, in pixels
 * @param top its first row
 * @param right the end of its last column
 * @param bottom the end of its last row
 * @param visible the part of the silhouette that nothing covers, from 0 to 1
 * @param within the part of the whole outline's rectangle that lies in the picture, from 0 to 1
 */
public record Seen(
        double left, double top, double right, double bottom, double visible, double within) {}
