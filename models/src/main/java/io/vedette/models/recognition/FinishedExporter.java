package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.BGR_BYTES;
import static io.vedette.models.recognition.Preparation.RGB_BYTES;
import static io.vedette.models.recognition.Preparation.RGB_FRACTIONS;
import static io.vedette.models.recognition.Preparation.RGB_IMAGENET;
import static io.vedette.models.recognition.Preparation.RGB_SIGNED;
import static io.vedette.models.recognition.Preparation.RTMDET;
import static io.vedette.models.recognition.Preparation.ULTRALYTICS;
import static io.vedette.models.recognition.Preparation.YOLOX;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;

/** Who puts finished detections out in several tensors, told by their names. */
@SuppressWarnings("ImmutableEnumChecker") // constant lists
enum FinishedExporter {
    TENSORFLOW(
            "TensorFlow's detection API", OutputFormat.SSD, ClassNumbering.TENSORFLOW, RGB_BYTES),
    TFLITE(
            "TFLite's detection operator",
            OutputFormat.SSD,
            ClassNumbering.TFLITE,
            RGB_SIGNED,
            RGB_BYTES),
    QUERIES("RT-DETR", OutputFormat.DETR, ClassNumbering.USUAL, RGB_FRACTIONS, RGB_IMAGENET),
    MMDETECTION(
            "MMDetection",
            OutputFormat.SSD,
            ClassNumbering.USUAL,
            RTMDET,
            Preparation.MMDETECTION,
            YOLOX),
    TORCHVISION(
            "torchvision",
            OutputFormat.SSD,
            ClassNumbering.TORCHVISION,
            RGB_FRACTIONS,
            ULTRALYTICS),
    SUPPRESSION(
            "a graph with suppression inside",
            OutputFormat.SSD,
            ClassNumbering.USUAL,
            ULTRALYTICS,
            RGB_IMAGENET,
            YOLOX,
            BGR_BYTES);

    private final String of;
    private final OutputFormat format;
    private final List<ClassNumbering> numberings;
    private final Preparation[] preparations;

    FinishedExporter(
            String of,
            OutputFormat format,
            List<ClassNumbering> numberings,
            Preparation... preparations) {
        this.of = of;
        this.format = format;
        this.numberings = numberings;
        this.preparations = preparations;
    }

    static FinishedExporter of(Observation seen, FinishedParts parts) {
        SeenTensor boxes = parts.boxes().tensor();
        if (boxes.isNamed("tflite")) {
            return TFLITE;
        }
        if (boxes.isNamed("detection_boxes")) {
            return TENSORFLOW;
        }
        if (seen.hasInputNamed("size")) {
            return QUERIES;
        }
        if (parts.scores() == null) {
            return MMDETECTION;
        }
        boolean labelled = parts.classes() != null && parts.classes().isNamed("label");
        return labelled && parts.count() == null ? TORCHVISION : SUPPRESSION;
    }

    String of() {
        return of;
    }

    OutputFormat format() {
        return format;
    }

    /** Whether boxes are top, left, bottom, right. */
    boolean startsWithTop() {
        return this == TENSORFLOW || this == TFLITE;
    }

    /** Whether the names of the outputs tell which is which. */
    boolean namesTheParts() {
        return this != SUPPRESSION;
    }

    List<ClassNumbering> numberings() {
        return numberings;
    }

    Preparation[] preparations() {
        return preparations.clone();
    }
}
