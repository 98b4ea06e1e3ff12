package io.vedette.models.outputs;

/** Takes the detections that a network has already chosen, each of one class. */
final class FinishedBoxes {

    private final BoxReader boxes;
    private final float confidence;
    private final int firstClass;

    FinishedBoxes(DecoderContext context) {
        boxes = BoxReader.of(context);
        confidence = context.thresholds().confidence();
        firstClass = context.spec().firstClass();
    }

    /**
     * Takes a detection, unless it scores too low or is empty: rows that a network fills up with
     * have a score of 0 or a class below the first. A score or class that is not finite is counted
     * by the candidates.
     *
     * @param values hold the box from a position on
     * @param type the network's number of the class
     */
    void add(float[] values, int from, float score, float type, Candidates found) {
        if (score <= 0 || score < confidence || type < firstClass - 0.5f) {
            return;
        }
        float known = Float.isFinite(type) ? score : Float.NaN;
        boxes.add(values, from, known, Math.round(type) - firstClass, found);
    }
}
