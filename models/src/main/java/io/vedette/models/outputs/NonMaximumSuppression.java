package io.vedette.models.outputs;

import java.util.Arrays;

/**
 * Greedy non-maximum suppression within each class: the best box stays, and every weaker one of its
 * class that overlaps it by more than the threshold goes. Of equal scores the earlier candidate
 * wins, so that the same input always gives the same answer.
 */
public final class NonMaximumSuppression {

    private NonMaximumSuppression() {}

    /** Indexes of the candidates that stay, best first. */
    public static int[] keep(Candidates candidates, Thresholds thresholds) {
        int[] kept = new int[Math.min(candidates.size(), thresholds.maxDetections())];
        int size = 0;
        for (long entry : bestFirst(candidates)) {
            if (size == kept.length) {
                break;
            }
            int candidate = (int) entry;
            if (!isSuppressed(candidate, candidates, kept, size, thresholds.iou())) {
                kept[size++] = candidate;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** Scores are not negative, so that their bits sort as they do; the index breaks ties. */
    private static long[] bestFirst(Candidates candidates) {
        long[] order = new long[candidates.size()];
        for (int i = 0; i < order.length; i++) {
            int descending = Integer.MAX_VALUE - Float.floatToIntBits(candidates.score(i));
            order[i] = (long) descending << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return order;
    }

    private static boolean isSuppressed(
            int candidate, Candidates candidates, int[] kept, int size, float iou) {
        for (int k = 0; k < size; k++) {
            if (candidates.classId(kept[k]) == candidates.classId(candidate)
                    && candidates.iou(kept[k], candidate) > iou) {
                return true;
            }
        }
        return false;
    }
}
