package io.vedette.bench.stand;

import io.vedette.quickstart.cameras.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Pictures with a {@link TimeCode} above a texture that moves, 25 a second. They are drawn one
 * interval before they are sent, so that is the least age that a picture has at arrival.
 */
public final class TimedPictures implements Pictures {

    public static final int RATE = 25;

    /** From picture to picture. */
    public static final long INTERVAL_MILLIS = 1000 / RATE;

    private static final int PATCH = 8;
    private static final int STEP = 2;

    private final int width;
    private final int height;
    private final BufferedImage texture;

    public TimedPictures(int width, int height) {
        this.width = width;
        this.height = height;
        this.texture = texture(2 * width, height);
    }

    private static BufferedImage texture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        Random random = new Random(1);
        for (int y = 0; y < height; y += PATCH) {
            for (int x = 0; x < width; x += PATCH) {
                int grey = 64 + random.nextInt(128);
                graphics.setColor(new Color(grey, grey, grey));
                graphics.fillRect(x, y, PATCH, PATCH);
            }
        }
        graphics.dispose();
        return image;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int framesPerSecond() {
        return RATE;
    }

    @Override
    public BufferedImage picture(long frame) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(texture, -(int) (frame * STEP % width), 0, null);
        draw(graphics, System.currentTimeMillis());
        graphics.dispose();
        return image;
    }

    private void draw(Graphics2D graphics, long time) {
        int fieldWidth = width / TimeCode.COLUMNS;
        int fieldHeight = height / TimeCode.SHARE / TimeCode.ROWS;
        for (int field = 0; field < TimeCode.COLUMNS * TimeCode.ROWS; field++) {
            graphics.setColor(TimeCode.isWhite(time, field) ? Color.WHITE : Color.BLACK);
            graphics.fillRect(
                    field % TimeCode.COLUMNS * fieldWidth,
                    field / TimeCode.COLUMNS * fieldHeight,
                    fieldWidth,
                    fieldHeight);
        }
    }
}
