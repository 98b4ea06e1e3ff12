package io.vedette.quickstart.scenes.drawing;

/** The rectangle around everything that was added, also where it reaches beyond the picture. */
final class Outline {

    private static final double NEAREST = 0.25;

    private final Pinhole camera;
    private double left = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;

    Outline(Pinhole camera) {
        this.camera = camera;
    }

    void add(double[] matrix, double[] corners) {
        for (int i = 0; i < corners.length; i += 3) {
            double a = corners[i];
            double b = corners[i + 1];
            double c = corners[i + 2];
            double depth = matrix[8] * a + matrix[9] * b + matrix[10] * c + matrix[11];
            double scale = camera.focal() / Math.max(NEAREST, depth);
            double x = scale * (matrix[0] * a + matrix[1] * b + matrix[2] * c + matrix[3]);
            double y = scale * (matrix[4] * a + matrix[5] * b + matrix[6] * c + matrix[7]);
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
    }

    /** The part of it that lies in the picture, from 0 to 1. */
    double within() {
        double x = overlap(left, right, camera.centreX()) / Math.max(1e-9, right - left);
        double y = overlap(top, bottom, camera.centreY()) / Math.max(1e-9, bottom - top);
        return x * y;
    }

    private static double overlap(double low, double high, double half) {
        return Math.max(0, Math.min(high, half) - Math.max(low, -half));
    }
}
