package io.vedette.quickstart.scenes.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * The street without its objects as one camera sees it: its colours, and how near everything is.
 */
final class Backdrop {

    private final byte[] pixels;
    private final float[] nearness;
    private final byte[] sunlight;

    Backdrop(Street street, Pinhole camera) {
        int columns = camera.width() * PolygonFill.SAMPLES;
        int lines = camera.height() * PolygonFill.SAMPLES;
        nearness = new float[columns * lines];
        int[] colours = new int[columns * lines];
        byte[] lit = new byte[columns * lines];
        sky(street.light(), camera, colours, columns);
        PolygonFill polygon = new PolygonFill(camera);
        double[] matrix = camera.fromWorld();
        Canvas canvas = new Canvas(street, camera, colours, lit, nearness);
        for (Street.Part part : street.nearestFirst(camera.eye())) {
            if (polygon.take(matrix, part.corners())) {
                canvas.paint(part, polygon);
                polygon.fill(canvas);
            }
        }
        pixels = new byte[3 * camera.width() * camera.height()];
        sunlight = new byte[camera.width() * camera.height()];
        average(colours, lit, camera.width(), camera.height());
    }

    private static void sky(Light light, Pinhole camera, int[] colours, int columns) {
        for (int i = 0; i < colours.length; i += columns) {
            int line = i / columns;
            double row = (line + 0.5) / PolygonFill.SAMPLES - camera.centreY();
            Vec ray = camera.ahead().plus(camera.down().times(row / camera.focal())).unit();
            double up = Math.max(0, Math.min(1, ray.z() * 1.6));
            Arrays.fill(colours, i, i + columns, Rgb.mixed(light.horizon(), light.zenith(), up));
        }
    }

    private void average(int[] colours, byte[] lit, int width, int height) {
        int columns = width * PolygonFill.SAMPLES;
        for (int i = 0; i < width * height; i++) {
            int s = i / width * PolygonFill.SAMPLES * columns + i % width * PolygonFill.SAMPLES;
            int a = colours[s];
            int b = colours[s + 1];
            int c = colours[s + columns];
            int d = colours[s + columns + 1];
            pixels[3 * i] =
                    (byte) ((Rgb.blue(a) + Rgb.blue(b) + Rgb.blue(c) + Rgb.blue(d) + 2) >> 2);
            pixels[3 * i + 1] =
                    (byte) ((Rgb.green(a) + Rgb.green(b) + Rgb.green(c) + Rgb.green(d) + 2) >> 2);
            pixels[3 * i + 2] =
                    (byte) ((Rgb.red(a) + Rgb.red(b) + Rgb.red(c) + Rgb.red(d) + 2) >> 2);
            int sum = (lit[s] & 255) + (lit[s + 1] & 255);
            sum += (lit[s + columns] & 255) + (lit[s + columns + 1] & 255);
            sunlight[i] = (byte) (sum >> 2);
        }
    }

    /** Blue, green and red of each pixel. */
    byte[] pixels() {
        return pixels;
    }

    /** The inverse of the depth of each sample, in 1/m; 0 for the sky. */
    float[] nearness() {
        return nearness;
    }

    /** How much an object's shadow would take from each pixel, from 0 to 255. */
    byte[] sunlight() {
        return sunlight;
    }

    BufferedImage image(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, bytes, 0, pixels.length);
        return image;
    }
}
