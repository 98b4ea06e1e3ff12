package io.vedette.models.outputs;

/**
 * Which candidates become detections.
 *
 * @param confidence the least score, in [0, 1]
 * @param iou overlap, in [0, 1], above which the weaker of two boxes of one class is dropped; 1
 *     drops none
 * @param maxDetections the most detections of one frame
 * @param multiLabel whether every class of a box that scores enough is a detection, not only its
 *     best one
 */
public record Thresholds(float confidence, float iou, int maxDetections, boolean multiLabel) {

    /** The same with another least score, for those who select before the last step of a score. */
    Thresholds withConfidence(float least) {
        return new Thresholds(least, iou, maxDetections, multiLabel);
    }
}
