package io.vedette.models.init;

import io.vedette.schema.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;

/**
 * A drawing of things that detectors trained on COCO find, where they are known to be, so that an
 * answer can be judged. Every such detector finds the stop sign and the clock, most find the
 * traffic light; a screen and an orange are for those that look at colours.
 */
final class TestCard {

    static final int SIDE = 640;

    /** What is drawn, in pixels of the card. */
    static final List<Thing> THINGS =
            List.of(
                    new Thing("stop sign", new Box(62, 62, 176, 176), Set.of(919)),
                    new Thing("clock", new Box(400, 60, 180, 180), Set.of(409, 826, 892)),
                    new Thing("traffic light", new Box(300, 60, 50, 130), Set.of(920)),
                    new Thing("tv", new Box(220, 380, 230, 170), Set.of(664, 782, 851)),
                    new Thing("orange", new Box(40, 470, 110, 110), Set.of(950)));

    /**
     * One thing on the card.
     *
     * @param label of COCO, which other datasets may make longer
     * @param imageNet the indexes that ImageNet's classes of such things have
     */
    record Thing(String label, Box box, Set<Integer> imageNet) {}

    private static final float AROUND = 1.5f;

    private static final Color SKY = new Color(140, 180, 220);
    private static final Color GRASS = new Color(110, 120, 90);
    private static final Color RED = new Color(200, 20, 30);
    private static final Color DARK = new Color(30, 30, 30);

    /** The letters of STOP as lines: x, y, x, y, … */
    private static final int[][] LETTERS = {
        {104, 132, 82, 132, 82, 150, 104, 150, 104, 168, 82, 168},
        {110, 132, 140, 132},
        {125, 132, 125, 168},
        {150, 132, 172, 132, 172, 168, 150, 168, 150, 132},
        {184, 168, 184, 132, 206, 132, 206, 150, 184, 150}
    };

    private final Graphics2D graphics;

    private TestCard(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** The card, {@link #SIDE} pixels wide and high. */
    static BufferedImage picture() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        new TestCard(graphics).draw();
        graphics.dispose();
        return image;
    }

    /** One thing, in a square with some of what is around it. */
    static BufferedImage picture(Thing thing) {
        Box box = thing.box();
        int side = Math.round(AROUND * Math.max(box.width(), box.height()));
        int left = Math.round(box.x() + (box.width() - side) / 2);
        int top = Math.round(box.y() + (box.height() - side) / 2);
        return picture().getSubimage(left, top, side, side);
    }

    private void draw() {
        rectangle(SKY, 0, 0, SIDE, SIDE);
        rectangle(GRASS, 0, 400, SIDE, 240);
        drawStopSign();
        drawClock();
        drawTrafficLight();
        drawScreen();
        drawOrange();
    }

    private void drawStopSign() {
        rectangle(new Color(120, 120, 120), 143, 230, 14, 250);
        octagon(Color.WHITE, 95);
        octagon(RED, 87);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(9));
        for (int[] letter : LETTERS) {
            for (int i = 0; i + 3 < letter.length; i += 2) {
                graphics.drawLine(letter[i], letter[i + 1], letter[i + 2], letter[i + 3]);
            }
        }
    }

    private void octagon(Color color, int radius) {
        Polygon polygon = new Polygon();
        for (int corner = 0; corner < 8; corner++) {
            double angle = (corner + 0.5) * Math.PI / 4;
            polygon.addPoint(
                    around(150, radius, Math.cos(angle)), around(150, radius, Math.sin(angle)));
        }
        graphics.setColor(color);
        graphics.fillPolygon(polygon);
    }

    private void drawClock() {
        disc(DARK, 490, 150, 90);
        disc(new Color(250, 250, 245), 490, 150, 80);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(5));
        for (int hour = 0; hour < 12; hour++) {
            double x = Math.cos(hour * Math.PI / 6);
            double y = Math.sin(hour * Math.PI / 6);
            graphics.drawLine(
                    around(490, 60, x), around(150, 60, y), around(490, 74, x), around(150, 74, y));
        }
        graphics.setStroke(new BasicStroke(7));
        graphics.drawLine(490, 150, 490, 95);
        graphics.drawLine(490, 150, 530, 165);
    }

    private void drawTrafficLight() {
        rectangle(DARK, 300, 60, 50, 130);
        disc(new Color(230, 30, 30), 325, 82, 15);
        disc(new Color(240, 190, 20), 325, 125, 15);
        disc(new Color(20, 200, 60), 325, 168, 15);
    }

    private void drawScreen() {
        rectangle(DARK, 220, 380, 230, 140);
        graphics.setPaint(
                new GradientPaint(0, 390, new Color(40, 80, 170), 0, 510, new Color(40, 140, 230)));
        graphics.fillRect(230, 390, 210, 120);
        rectangle(DARK, 320, 520, 30, 18);
        rectangle(DARK, 270, 538, 130, 12);
    }

    private void drawOrange() {
        disc(new Color(240, 135, 20), 95, 525, 55);
        disc(new Color(250, 165, 60), 80, 503, 19);
        disc(new Color(70, 110, 40), 95, 476, 4);
    }

    private static int around(int center, int radius, double direction) {
        return (int) Math.round(center + radius * direction);
    }

    private void disc(Color color, int x, int y, int radius) {
        graphics.setColor(color);
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void rectangle(Color color, int x, int y, int width, int height) {
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
    }
}
