package io.vedette.models.outputs;

import java.util.Arrays;

/**
 * Boxes that a network proposes for one frame, in pixels of the raster, each with the same number
 * of landmarks or none, in plain arrays that are used again for the next frame. One thread at a
 * time.
 */
public final class Candidates {

    private final int classes;
    private float[] left = new float[64];
    private float[] top = new float[64];
    private float[] right = new float[64];
    private float[] bottom = new float[64];
    private float[] score = new float[64];
    private int[] classId = new int[64];
    private float[] points = {};
    private int coordinates;
    private int size;
    private long notFinite;
    private long unlabelled;

    /** Takes boxes of any class. */
    Candidates() {
        this(Integer.MAX_VALUE);
    }

    /**
     * Takes boxes of the classes that have a label.
     *
     * @param classes how many they are
     */
    public Candidates(int classes) {
        this.classes = classes;
    }

    public void clear() {
        size = 0;
        coordinates = 0;
    }

    /**
     * Takes a box, unless one of its numbers is not finite or its class has no label; scores above
     * 1 count as 1.
     */
    void add(float x0, float y0, float x1, float y1, float confidence, int type) {
        if (!Float.isFinite(x0 + y0 + x1 + y1 + confidence)) {
            notFinite++;
            return;
        }
        if (type >= classes) {
            unlabelled++;
            return;
        }
        if (size == score.length) {
            grow();
        }
        left[size] = x0;
        top[size] = y0;
        right[size] = x1;
        bottom[size] = y1;
        score[size] = Math.max(0, Math.min(confidence, 1));
        classId[size] = type;
        size++;
    }

    /**
     * Takes a box with landmarks, unless one of its or their numbers is not finite.
     *
     * @param landmarks x, y, x, y, … in pixels of the raster, as many for every box of a frame
     */
    void add(
            float x0, float y0, float x1, float y1, float confidence, int type, float[] landmarks) {
        if (!areFinite(landmarks)) {
            notFinite++;
            return;
        }
        int box = size;
        add(x0, y0, x1, y1, confidence, type);
        if (size > box) {
            keep(landmarks, box);
        }
    }

    private static boolean areFinite(float[] numbers) {
        float sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return Float.isFinite(sum);
    }

    private void keep(float[] landmarks, int box) {
        coordinates = landmarks.length;
        if (points.length < size * coordinates) {
            points = Arrays.copyOf(points, score.length * coordinates);
        }
        System.arraycopy(landmarks, 0, points, box * coordinates, coordinates);
    }

    private void grow() {
        int capacity = 2 * size;
        left = Arrays.copyOf(left, capacity);
        top = Arrays.copyOf(top, capacity);
        right = Arrays.copyOf(right, capacity);
        bottom = Arrays.copyOf(bottom, capacity);
        score = Arrays.copyOf(score, capacity);
        classId = Arrays.copyOf(classId, capacity);
    }

    public int size() {
        return size;
    }

    /** Boxes skipped since this was made because a number in them was not finite. */
    public long notFinite() {
        return notFinite;
    }

    /** Boxes skipped since this was made because their class has no label. */
    public long unlabelled() {
        return unlabelled;
    }

    public float left(int i) {
        return left[i];
    }

    public float top(int i) {
        return top[i];
    }

    public float right(int i) {
        return right[i];
    }

    public float bottom(int i) {
        return bottom[i];
    }

    public float score(int i) {
        return score[i];
    }

    public int classId(int i) {
        return classId[i];
    }

    /** How many landmarks every box has. */
    public int landmarks() {
        return coordinates / 2;
    }

    public float landmarkX(int i, int landmark) {
        return points[i * coordinates + 2 * landmark];
    }

    public float landmarkY(int i, int landmark) {
        return points[i * coordinates + 2 * landmark + 1];
    }

    /** Intersection over union of two boxes; 0 where they do not overlap. */
    float iou(int a, int b) {
        float width = Math.min(right[a], right[b]) - Math.max(left[a], left[b]);
        float height = Math.min(bottom[a], bottom[b]) - Math.max(top[a], top[b]);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        float intersection = width * height;
        return intersection / (area(a) + area(b) - intersection);
    }

    private float area(int i) {
        return (right[i] - left[i]) * (bottom[i] - top[i]);
    }
}
