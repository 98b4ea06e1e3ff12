package io.vedette.models;

import io.vedette.models.inputs.ImageRaster;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A model of one kilobyte for tests, whose answers can be computed by hand.
 *
 * <p>Its picture is 64 x 64 BGR. Each cell of 16 x 16 pixels is a candidate box with the classes
 * blue, green and red; a cell filled with a pure colour is one detection of that class with
 * confidence 1, and exactly the cell as its box. Cells that are black or dim (below a half) give
 * nothing. Made by {@code src/test/python/make_tiny_yolox.py} and {@code make_tiny_graphs.py}.
 */
public enum TinyModel {
    /** Takes any number of frames in a run. */
    DYNAMIC("yolox-dynamic"),
    /** Takes one frame in a run. */
    FIXED_1("yolox-fixed-1"),
    /** Takes three frames in a run. */
    FIXED_3("yolox-fixed-3"),
    /** Declares any number of frames in a run, and fails with two. */
    LIAR("liar"),
    /** Takes bytes, row by row and pixel by pixel. */
    NHWC("nhwc"),
    /** Takes and puts out 16-bit floats. */
    HALF("half"),
    /** Takes a picture without a batch dimension. */
    UNBATCHED("unbatched"),
    /** Takes a mask of the picture's size beside it, and sees black where it is 0. */
    MASKED("masked");

    public static final int SIDE = 64;
    public static final int CELL = 16;
    public static final List<String> LABELS = List.of("blue", "green", "red");

    private final String graph;

    TinyModel(String graph) {
        this.graph = graph;
    }

    /** Writes a package of the model with a dynamic batch into a folder, which it makes. */
    public static Path writePackage(Path directory) {
        return DYNAMIC.write(directory);
    }

    /** Writes a package of this model into a folder, which it makes. */
    public Path write(Path directory) {
        try (InputStream onnx = TinyModel.class.getResourceAsStream("/tiny-" + graph + ".onnx")) {
            Files.createDirectories(directory);
            Files.write(directory.resolve("model.onnx"), onnx.readAllBytes());
            Files.write(directory.resolve("labels.txt"), LABELS);
            Files.writeString(directory.resolve("model.yaml"), yaml());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String yaml() {
        return this == NHWC ? YAML.replace("height: 64", "height: 64, layout: nhwc") : YAML;
    }

    static final String YAML =
            """
            name: tiny
            version: "1"
            input: {width: 64, height: 64}
            output: {format: yolox, strides: [16]}
            thresholds: {confidence: 0.5}
            licence: Apache-2.0
            """;

    /** A black picture of the model's size with one cell painted. */
    public static BufferedImage picture(int column, int row, Color color) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(column * CELL, row * CELL, CELL, CELL);
        graphics.dispose();
        return image;
    }

    /** A frame, captured {@code sequence} seconds after the epoch, that shows a picture. */
    public static Frame frame(String camera, long sequence, BufferedImage picture) {
        RasterSpec spec =
                new RasterSpec(SIDE, SIDE, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);
        return new Frame(
                camera,
                sequence,
                Instant.ofEpochSecond(sequence),
                Instant.ofEpochSecond(sequence),
                picture.getWidth(),
                picture.getHeight(),
                ImageRaster.of(picture, spec),
                null);
    }
}
