package io.vedette.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Public detectors of the 80 classes of COCO, what a package says of each, and how well it does on
 * the pictures of {@link YoloxNano#truth} by an independent reference.
 */
enum ReferenceModel {
    YOLOX_NANO("yolox_nano_416.onnx", 0.291, 0.476, "output: {format: yolox}"),
    YOLOX_NANO_DYNAMIC(
            "derived/yolox_nano_416_dynbatch.onnx", 0.291, 0.476, "output: {format: yolox}"),
    YOLOX_NANO_FLOAT16("derived/yolox_nano_416_fp16.onnx", 0.290, 0.476, "output: {format: yolox}"),
    NANODET_M("nanodet_m_320.onnx", 0.237, 0.381, "output: {format: nanodet}"),
    PICODET_S("picodet_s_320.onnx", 0.317, 0.472, "output: {format: picodet}"),
    FASTESTDET("fastestdet.onnx", 0.177, 0.343, "output: {format: fastestdet}"),
    DEIMV2_ATTO("deimv2_atto.onnx", 0.246, 0.367, "output: {format: detr}");

    private final String onnx;
    private final double ap;
    private final double ap50;
    private final String yaml;

    ReferenceModel(String onnx, double ap, double ap50, String yaml) {
        this.onnx = onnx;
        this.ap = ap;
        this.ap50 = ap50;
        this.yaml = yaml;
    }

    /** Average precision over overlaps of .50 to .95. */
    double ap() {
        return ap;
    }

    /** Average precision at an overlap of .50. */
    double ap50() {
        return ap50;
    }

    /** Whether this machine has the model. */
    boolean isPresent() {
        return Files.isRegularFile(file());
    }

    /** Writes a package of this model into a folder, which it makes. */
    Path write(Path directory) {
        try (InputStream labels = ReferenceModel.class.getResourceAsStream("/coco-labels.txt")) {
            Files.createDirectories(directory);
            Files.copy(file(), directory.resolve("model.onnx"));
            Files.copy(labels, directory.resolve("labels.txt"));
            Files.writeString(
                    directory.resolve("model.yaml"), "name: model\nversion: \"1\"\n" + yaml + "\n");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return YoloxNano.DATA.resolve("models").resolve(onnx);
    }
}
