package io.vedette.models.coco;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The precision-recall curves of one category, one for each overlap. */
final class PrecisionRecall {

    /** What a detection turned out to be at one overlap. */
    enum Outcome {
        TRUE,
        FALSE,
        IGNORED
    }

    private record Scored(double score, Outcome[] outcomes) {}

    private static final int RECALL_POINTS = 101;
    private static final double RECALL_STEP = 1.0 / (RECALL_POINTS - 1);

    private final int overlaps;
    private final List<Scored> detections = new ArrayList<>();
    private int objects;

    PrecisionRecall(int overlaps) {
        this.overlaps = overlaps;
    }

    void expect(int more) {
        objects += more;
    }

    boolean hasObjects() {
        return objects > 0;
    }

    void add(double score, Outcome[] outcomes) {
        detections.add(new Scored(score, outcomes));
    }

    /** The average precision at each overlap. */
    double[] averagePrecisions() {
        detections.sort(Comparator.comparingDouble(d -> -d.score()));
        double[] averages = new double[overlaps];
        for (int t = 0; t < overlaps; t++) {
            averages[t] = averagePrecision(t);
        }
        return averages;
    }

    private double averagePrecision(int overlap) {
        int n = detections.size();
        double[] recall = new double[n];
        double[] precision = new double[n];
        double hits = 0;
        double misses = 0;
        for (int i = 0; i < n; i++) {
            switch (detections.get(i).outcomes()[overlap]) {
                case TRUE -> hits++;
                case FALSE -> misses++;
                case IGNORED -> {}
            }
            recall[i] = hits / objects;
            precision[i] = hits / Math.max(hits + misses, Math.ulp(1.0));
        }
        for (int i = n - 1; i > 0; i--) {
            precision[i - 1] = Math.max(precision[i - 1], precision[i]);
        }
        return atRecallPoints(recall, precision);
    }

    private static double atRecallPoints(double[] recall, double[] precision) {
        double sum = 0;
        int i = 0;
        for (int point = 0; point < RECALL_POINTS; point++) {
            while (i < recall.length && recall[i] < point * RECALL_STEP) {
                i++;
            }
            sum += i < recall.length ? precision[i] : 0;
        }
        return sum / RECALL_POINTS;
    }
}
