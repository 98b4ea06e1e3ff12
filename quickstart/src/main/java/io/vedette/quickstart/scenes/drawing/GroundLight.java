package io.vedette.quickstart.scenes.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A map of where the sun and the lamps reach the ground. */
final class GroundLight {

    private static final int SPAN = 240;
    private static final int CELLS_PER_METRE = 4;
    private static final int CELLS = SPAN * CELLS_PER_METRE;
    private static final double LAMP_HEIGHT = 6.5;

    private final BufferedImage shadows =
            new BufferedImage(CELLS, CELLS, BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D graphics = shadows.createGraphics();
    private final Light light;
    private final float[] lamplight = new float[(SPAN + 1) * (SPAN + 1)];

    GroundLight(Light light) {
        this.light = light;
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
    }

    /** Casts the shadow of an upright prism with a convex footprint, as x and y of its corners. */
    void castPrism(double[] footprint, double low, double high) {
        if (!light.sunny()) {
            return;
        }
        int n = footprint.length / 2;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            Path2D wall = new Path2D.Double();
            line(wall, footprint, i, low, true);
            line(wall, footprint, j, low, false);
            line(wall, footprint, j, high, false);
            line(wall, footprint, i, high, false);
            graphics.fill(wall);
        }
        for (double z : new double[] {low, high}) {
            Path2D flat = new Path2D.Double();
            for (int i = 0; i < n; i++) {
                line(flat, footprint, i, z, i == 0);
            }
            graphics.fill(flat);
        }
    }

    private void line(Path2D path, double[] footprint, int corner, double z, boolean first) {
        Vec sun = light.toSun();
        double x = cell(footprint[2 * corner] - sun.x() / sun.z() * z);
        double y = cell(footprint[2 * corner + 1] - sun.y() / sun.z() * z);
        if (first) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private static double cell(double metres) {
        return (metres + SPAN / 2.0) * CELLS_PER_METRE;
    }

    /** Hangs a lamp over a place. */
    void addLamp(double x, double y) {
        if (light.lamps() == 0) {
            return;
        }
        for (int row = 0; row <= SPAN; row++) {
            for (int column = 0; column <= SPAN; column++) {
                double dx = column - SPAN / 2.0 - x;
                double dy = row - SPAN / 2.0 - y;
                double far = (dx * dx + dy * dy) / (LAMP_HEIGHT * LAMP_HEIGHT);
                double fall = 1 / (1 + far);
                lamplight[row * (SPAN + 1) + column] +=
                        (float) (fall * fall * 0.95 * light.lamps());
            }
        }
    }

    /** The part of the sun's light that reaches the ground, from 0 to 1. */
    double sunlight(double x, double y) {
        if (!light.sunny()) {
            return 0;
        }
        int column = (int) cell(x);
        int row = (int) cell(y);
        if (column < 0 || row < 0 || column >= CELLS || row >= CELLS) {
            return 1;
        }
        byte[] bytes = ((DataBufferByte) shadows.getRaster().getDataBuffer()).getData();
        return 1 - (bytes[row * CELLS + column] & 255) / 255.0;
    }

    /** The light of all lamps at a place. */
    double lamplight(double x, double y) {
        double column = x + SPAN / 2.0;
        double row = y + SPAN / 2.0;
        if (light.lamps() == 0 || column < 0 || row < 0 || column >= SPAN || row >= SPAN) {
            return 0;
        }
        int i = ((int) row) * (SPAN + 1) + (int) column;
        double tx = column - Math.floor(column);
        double ty = row - Math.floor(row);
        double low = lamplight[i] * (1 - tx) + lamplight[i + 1] * tx;
        double high = lamplight[i + SPAN + 1] * (1 - tx) + lamplight[i + SPAN + 2] * tx;
        return low * (1 - ty) + high * ty;
    }
}
