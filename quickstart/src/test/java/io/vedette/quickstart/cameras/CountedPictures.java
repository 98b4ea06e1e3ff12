package io.vedette.quickstart.cameras;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicInteger;

/** A bar that moves on from picture to picture, and how many of them were drawn. */
final class CountedPictures implements Pictures {

    private final AtomicInteger drawn = new AtomicInteger();
    private final int width;
    private final int height;

    CountedPictures(int width, int height) {
        this.width = width;
        this.height = height;
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
        return 50;
    }

    @Override
    public BufferedImage picture(long frame) {
        drawn.incrementAndGet();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect((int) (frame * 3 % width), 0, width / 4, height);
        graphics.dispose();
        return image;
    }

    int drawn() {
        return drawn.get();
    }
}
