package io.vedette.models;

import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.inputs.ImageFile;
import io.vedette.models.inputs.ImageRaster;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * YOLOX-nano with the 80 classes of COCO, 416 x 416, for tests that need a real model. It and its
 * pictures lie in the folder named by the system property {@code vedette.shared}, which may be
 * absent: hold {@link #isPresent} in an assumption first.
 */
public enum YoloxNano {
    /** Takes any number of frames in a run. */
    DYNAMIC("models/derived/yolox_nano_416_dynbatch.onnx"),
    /** Takes one frame in a run. */
    FIXED_1("models/yolox_nano_416.onnx");

    static final Path DATA =
            Path.of(System.getProperty("vedette.shared", "")).toAbsolutePath().resolve("data");

    private final String onnx;

    YoloxNano(String onnx) {
        this.onnx = onnx;
    }

    /** Whether this machine has the models and the pictures. */
    public static boolean isPresent() {
        return Files.isRegularFile(FIXED_1.file())
                && Files.isRegularFile(DYNAMIC.file())
                && Files.isDirectory(pictures());
    }

    /** Writes a package of the model with a dynamic batch into a folder, which it makes. */
    public static Path writePackage(Path directory, float confidence, float iou) {
        return DYNAMIC.write(directory, confidence, iou);
    }

    /** Writes a package of this model into a folder, which it makes. */
    public Path write(Path directory, float confidence, float iou) {
        try (InputStream labels = YoloxNano.class.getResourceAsStream("/coco-labels.txt")) {
            Files.createDirectories(directory);
            Files.copy(file(), directory.resolve("model.onnx"));
            Files.copy(labels, directory.resolve("labels.txt"));
            Files.writeString(directory.resolve("model.yaml"), yaml(confidence, iou));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return DATA.resolve(onnx);
    }

    private static String yaml(float confidence, float iou) {
        return String.format(
                Locale.ROOT,
                """
                name: yolox-nano
                version: "1"
                output: {format: yolox}
                thresholds: {confidence: %s, iou: %s}
                licence: Apache-2.0
                """,
                confidence,
                iou);
    }

    /** The annotations of the 49 pictures of COCO. */
    public static Path truth() {
        return DATA.resolve("truth/coco_val_permissive.json");
    }

    /** The folder of these pictures. */
    static Path pictures() {
        return DATA.resolve("images/coco_val");
    }

    /** A picture with the samples of its file, as detection toolkits read it. */
    static BufferedImage picture(Image image) throws IOException {
        return ImageFile.read(pictures().resolve(image.file()));
    }

    public static Frame frame(Image image, RasterSpec spec) throws IOException {
        BufferedImage picture = picture(image);
        return new Frame(
                "coco",
                image.id(),
                Instant.ofEpochSecond(image.id()),
                Instant.ofEpochSecond(image.id()),
                picture.getWidth(),
                picture.getHeight(),
                ImageRaster.of(picture, spec),
                null);
    }
}
