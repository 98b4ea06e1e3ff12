package io.vedette.quickstart;

import io.vedette.models.TinyModel;
import io.vedette.sources.ffmpeg.Mp4Writer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A video that {@link TinyModel} understands: a square on black that is red in every even frame and
 * blue in every odd one, and goes one cell to the right with each frame, beginning at the left.
 */
final class BeltVideo {

    static final int FRAMES = 40;
    private static final int COLUMNS = TinyModel.SIDE / TinyModel.CELL;
    private static final Duration INTERVAL = Duration.ofMillis(40);

    private BeltVideo() {}

    static Path write(Path file) throws IOException {
        try (Mp4Writer writer = new Mp4Writer(file, TinyModel.SIDE, TinyModel.SIDE)) {
            for (int i = 0; i < FRAMES; i++) {
                BufferedImage picture = TinyModel.picture(column(i), 1, color(i));
                byte[] bgr = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
                writer.write(bgr, TinyModel.SIDE, TinyModel.SIDE, INTERVAL.multipliedBy(i));
            }
            writer.finish();
        }
        return file;
    }

    /** The class that the model sees in a frame. */
    static String label(long frame) {
        return frame % 2 == 0 ? "red" : "blue";
    }

    /** The left edge of the square in a frame. */
    static float x(long frame) {
        return column(frame) * TinyModel.CELL;
    }

    private static int column(long frame) {
        return (int) (frame % COLUMNS);
    }

    private static Color color(int frame) {
        return frame % 2 == 0 ? Color.RED : Color.BLUE;
    }
}
