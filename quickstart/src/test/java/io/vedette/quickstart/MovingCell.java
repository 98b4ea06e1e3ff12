package io.vedette.quickstart;

import io.vedette.models.TinyModel;
import io.vedette.schema.Box;
import io.vedette.sources.ffmpeg.Mp4Writer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A video in which one green cell of {@link TinyModel} moves a column to the right each frame. */
final class MovingCell {

    static final String LABEL = "green";
    private static final Duration FRAME = Duration.ofMillis(40);

    private MovingCell() {}

    static Path write(Path file, int frames) throws IOException {
        try (Mp4Writer video = new Mp4Writer(file, TinyModel.SIDE, TinyModel.SIDE)) {
            for (int i = 0; i < frames; i++) {
                BufferedImage picture = TinyModel.picture(column(i), 1, Color.GREEN);
                byte[] bgr = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
                video.write(bgr, TinyModel.SIDE, TinyModel.SIDE, FRAME.multipliedBy(i));
            }
            video.finish();
        }
        return file;
    }

    /** Where the cell is in a frame. */
    static Box box(long sequence) {
        int cell = TinyModel.CELL;
        return new Box(column(sequence) * cell, cell, cell, cell);
    }

    private static int column(long sequence) {
        return (int) (sequence % (TinyModel.SIDE / TinyModel.CELL));
    }
}
