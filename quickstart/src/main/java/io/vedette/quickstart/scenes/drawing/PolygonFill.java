package io.vedette.quickstart.scenes.drawing;

/**
 * Finds the samples that a convex polygon of the world covers, and how near it is at each: exactly,
 * since the inverse of depth is linear over the picture. Used by one thread.
 */
final class PolygonFill {

    /** Samples along each side of a pixel. */
    static final int SAMPLES = 2;

    private static final double NEAREST = 0.25;
    private static final int MOST = 24;

    /** Takes the samples of one row. */
    interface Rows {

        /**
         * Takes neighbours.
         *
         * @param row the row of samples
         * @param from the first column
         * @param to the column after the last
         * @param nearness the inverse of depth at the first column, in 1/m
         * @param step what each further column adds to it
         */
        void add(int row, int from, int to, double nearness, double step);
    }

    private final int columns;
    private final int lines;
    private final double focal;
    private final double centreX;
    private final double centreY;
    private double[] x = new double[MOST];
    private double[] y = new double[MOST];
    private double[] z = new double[MOST];
    private double[] otherX = new double[MOST];
    private double[] otherY = new double[MOST];
    private double[] otherZ = new double[MOST];
    private int count;
    private double normalX;
    private double normalY;
    private double normalZ;
    private double offset;

    PolygonFill(Pinhole camera) {
        columns = camera.width() * SAMPLES;
        lines = camera.height() * SAMPLES;
        focal = camera.focal() * SAMPLES;
        centreX = camera.centreX() * SAMPLES;
        centreY = camera.centreY() * SAMPLES;
    }

    /**
     * Takes a polygon on.
     *
     * @param matrix what takes its corners to camera space
     * @param corners x, y and z of each, anticlockwise as seen from outside
     * @return whether it faces the camera and some of it is ahead
     */
    boolean take(double[] matrix, double[] corners) {
        count = corners.length / 3;
        for (int i = 0; i < count; i++) {
            double a = corners[3 * i];
            double b = corners[3 * i + 1];
            double c = corners[3 * i + 2];
            x[i] = matrix[0] * a + matrix[1] * b + matrix[2] * c + matrix[3];
            y[i] = matrix[4] * a + matrix[5] * b + matrix[6] * c + matrix[7];
            z[i] = matrix[8] * a + matrix[9] * b + matrix[10] * c + matrix[11];
        }
        findPlane();
        if (offset >= 0) {
            return false;
        }
        clipNear();
        return count >= 3 && project();
    }

    /** Newell's normal; camera space is right-handed, so outside is where it points. */
    private void findPlane() {
        double nx = 0;
        double ny = 0;
        double nz = 0;
        for (int i = 0, j = count - 1; i < count; j = i++) {
            nx += (y[j] - y[i]) * (z[j] + z[i]);
            ny += (z[j] - z[i]) * (x[j] + x[i]);
            nz += (x[j] - x[i]) * (y[j] + y[i]);
        }
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (length < 1e-12) {
            offset = 0;
            return;
        }
        normalX = nx / length;
        normalY = ny / length;
        normalZ = nz / length;
        offset = normalX * x[0] + normalY * y[0] + normalZ * z[0];
    }

    private void clipNear() {
        int kept = 0;
        boolean clipped = false;
        for (int i = 0, j = count - 1; i < count; j = i++) {
            boolean inside = z[i] >= NEAREST;
            if (inside != z[j] >= NEAREST) {
                double t = (NEAREST - z[j]) / (z[i] - z[j]);
                otherX[kept] = x[j] + t * (x[i] - x[j]);
                otherY[kept] = y[j] + t * (y[i] - y[j]);
                otherZ[kept++] = NEAREST;
                clipped = true;
            }
            if (inside) {
                otherX[kept] = x[i];
                otherY[kept] = y[i];
                otherZ[kept++] = z[i];
            } else {
                clipped = true;
            }
        }
        if (clipped) {
            swap();
            count = kept;
        }
    }

    private void swap() {
        double[] was = x;
        x = otherX;
        otherX = was;
        was = y;
        y = otherY;
        otherY = was;
        was = z;
        z = otherZ;
        otherZ = was;
    }

    private boolean project() {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            x[i] = focal * x[i] / z[i] + centreX;
            y[i] = focal * y[i] / z[i] + centreY;
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
        }
        return right > 0 && left < columns;
    }

    /** The part of light from a direction of camera space that falls on the polygon, in [0, 1]. */
    double facing(Vec direction) {
        return Math.max(0, upness(direction));
    }

    /** How much the polygon faces a direction of camera space, from -1 to 1. */
    double upness(Vec up) {
        return normalX * up.x() + normalY * up.y() + normalZ * up.z();
    }

    /** Hands out the samples of the polygon taken on. */
    void fill(Rows rows) {
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        double step = normalX / focal / offset;
        int first = Math.max(0, (int) Math.ceil(top - 0.5));
        int last = Math.min(lines - 1, (int) Math.ceil(bottom - 0.5) - 1);
        for (int row = first; row <= last; row++) {
            fillRow(rows, row, step);
        }
    }

    private void fillRow(Rows rows, int row, double step) {
        double middle = row + 0.5;
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (int i = 0, j = count - 1; i < count; j = i++) {
            if (y[i] <= middle != y[j] <= middle) {
                double at = x[j] + (middle - y[j]) / (y[i] - y[j]) * (x[i] - x[j]);
                left = Math.min(left, at);
                right = Math.max(right, at);
            }
        }
        int from = Math.max(0, (int) Math.ceil(left - 0.5));
        int to = Math.min(columns, (int) Math.ceil(right - 0.5));
        if (from < to) {
            double rayX = (from + 0.5 - centreX) / focal;
            double rayY = (middle - centreY) / focal;
            double nearness = (normalX * rayX + normalY * rayY + normalZ) / offset;
            rows.add(row, from, to, nearness, step);
        }
    }
}
