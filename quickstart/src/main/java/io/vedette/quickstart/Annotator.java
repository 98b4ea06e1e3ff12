package io.vedette.quickstart;

import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Draws boxes and labels into pictures: one colour per class, sizes that suit the picture. */
final class Annotator {

    private static final float GOLDEN_RATIO = 0.618034f;

    private final BufferedImage picture;
    private final Graphics2D graphics;
    private final float line;

    private Annotator(BufferedImage picture) {
        this.picture = picture;
        this.graphics = picture.createGraphics();
        this.line = Math.max(2, picture.getHeight() / 240f);
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.max(11, Math.round(7 * line))));
        graphics.setStroke(new BasicStroke(line));
    }

    /** Draws into the picture; the most confident detection ends on top. */
    static void draw(BufferedImage picture, List<Detection> detections) {
        Annotator annotator = new Annotator(picture);
        for (int i = detections.size() - 1; i >= 0; i--) {
            annotator.draw(detections.get(i));
        }
        annotator.graphics.dispose();
    }

    private void draw(Detection detection) {
        Color color = colorOf(detection.classId());
        Box box = detection.box();
        graphics.setColor(color);
        graphics.draw(new Rectangle2D.Float(box.x(), box.y(), box.width(), box.height()));
        drawLabel(caption(detection), box, color);
    }

    /** Above the box where there is room, else inside it; never outside the picture. */
    private void drawLabel(String caption, Box box, Color color) {
        FontMetrics metrics = graphics.getFontMetrics();
        float width = metrics.stringWidth(caption) + 3 * line;
        float height = metrics.getHeight();
        float x = clamp(box.x() - line / 2, picture.getWidth() - width);
        float above = box.y() - height;
        float y = clamp(above < 0 ? box.y() : above, picture.getHeight() - height);
        graphics.setColor(color);
        graphics.fill(new Rectangle2D.Float(x, y, width, height));
        graphics.setColor(isBright(color) ? Color.BLACK : Color.WHITE);
        graphics.drawString(caption, x + 1.5f * line, y + metrics.getAscent());
    }

    private static float clamp(float value, float high) {
        return Math.max(0, Math.min(value, high));
    }

    private static String caption(Detection detection) {
        return String.format(
                Locale.ROOT, "%s %.0f%%", detection.label(), detection.confidence() * 100);
    }

    /** Steps of the golden ratio around the colour wheel keep neighbouring classes apart. */
    static Color colorOf(int classId) {
        return Color.getHSBColor(classId * GOLDEN_RATIO % 1, 0.85f, 0.95f);
    }

    /** Perceived brightness as in ITU-R BT.601. */
    private static boolean isBright(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() > 140;
    }
}
