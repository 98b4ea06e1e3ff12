package io.vedette.models.outputs;

import java.util.Locale;
import java.util.function.Function;

/** How a model's outputs are encoded, and what its toolkit assumes where a package is silent. */
@SuppressWarnings("ImmutableEnumChecker") // constant lists and a constructor reference
public enum OutputFormat {
    /** The raw grid of the YOLOX toolkit. */
    YOLOX(YoloxDecoder.DEFAULTS, YoloxDecoder::new),

    /** The finished boxes of YOLOv5, YOLOv6 and YOLOv7, each with an objectness. */
    YOLOV5(Yolov5Decoder.DEFAULTS, Yolov5Decoder::new),

    /**
     * The raw heads of YOLOv5 and YOLOv7: {@code Detect} in {@code models/yolo.py} of
     * ultralytics/yolov5.
     */
    YOLOV5_HEADS(
            AnchorHeadsDecoder.DEFAULTS,
            context -> new AnchorHeadsDecoder(context, AnchorEncoding.YOLOV5)),

    /**
     * The raw heads of YOLOv3, YOLOv4 and YOLOv2: {@code get_yolo_box} in {@code src/yolo_layer.c}
     * and {@code get_region_box} in {@code src/region_layer.c} of pjreddie/darknet. What YOLOv4
     * adds to a centre by {@code scale_x_y}, a tenth of a cell at most, is left out.
     */
    YOLOV3(
            AnchorHeadsDecoder.DEFAULTS,
            context -> new AnchorHeadsDecoder(context, AnchorEncoding.YOLOV3)),

    /** The finished boxes of YOLOv8, YOLOv9, YOLO11 and YOLO12, which have no objectness. */
    YOLOV8(Yolov8Decoder.DEFAULTS, Yolov8Decoder::new),

    /** The raw heads of YOLOv8 and its successors. */
    YOLOV8_HEADS(Yolov8Heads.DEFAULTS, Yolov8Heads::decoder),

    /** The heads of Yolo-FastestV2, whose anchors share class scores. */
    YOLO_FASTESTV2(YoloFastestV2Decoder.DEFAULTS, YoloFastestV2Decoder::new),

    /** Raw heads with anchors of the SSD family, RetinaFace's too. */
    SSD_HEADS(
            SsdHeadsDecoder.RETINAFACE,
            context -> new SsdHeadsDecoder(context, AnchorTiling.STRIDES)),

    /** The raw heads of UltraFace, which finds faces. */
    ULTRAFACE_HEADS(
            SsdHeadsDecoder.ULTRAFACE, context -> new SsdHeadsDecoder(context, AnchorTiling.EVEN)),

    /** Class scores and distances in bins: NanoDet and NanoDet-Plus. */
    NANODET(GflDecoder.NANODET, GflDecoder::nanodet),

    /** Class scores and distances in bins: PicoDet of PaddleDetection. */
    PICODET(GflDecoder.PICODET, GflDecoder::picodet),

    /** The feature map of FastestDet. */
    FASTESTDET(FastestdetDecoder.DEFAULTS, FastestdetDecoder::new),

    /** The heads of YuNet, which finds faces and five landmarks of each. */
    YUNET(YunetDecoder.DEFAULTS, YunetDecoder::new),

    /** The heads of SCRFD, which finds faces and, of some models, five landmarks of each. */
    SCRFD(ScrfdDecoder.DEFAULTS, ScrfdDecoder::new),

    /** The heads of BlazeFace, which finds faces and six landmarks of each. */
    BLAZEFACE(BlazefaceDecoder.DEFAULTS, BlazefaceDecoder::new),

    /** Finished detections, one row each. */
    END_TO_END(EndToEndDecoder.DEFAULTS, EndToEndDecoder::new),

    /** The queries of the DETR family, finished or raw. */
    DETR(Detr.DEFAULTS, Detr::decoder),

    /** Finished detections, their parts in an output each. */
    SSD(SsdDecoder.DEFAULTS, SsdDecoder::new),

    /** Decoded boxes beside class scores. */
    BOXES_SCORES(BoxesScores.DEFAULTS, BoxesScores::decoder),

    /** A score for every class of picture. */
    SOFTMAX(Task.CLASSIFICATION, SoftmaxDecoder.DEFAULTS, SoftmaxDecoder::new);

    private final Task task;
    private final Defaults defaults;
    private final Function<DecoderContext, OutputDecoder> decoder;

    OutputFormat(Defaults defaults, Function<DecoderContext, OutputDecoder> decoder) {
        this(Task.DETECTION, defaults, decoder);
    }

    OutputFormat(Task task, Defaults defaults, Function<DecoderContext, OutputDecoder> decoder) {
        this.task = task;
        this.defaults = defaults;
        this.decoder = decoder;
    }

    /** The name in {@code model.yaml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What kind of answer the format holds. */
    public Task task() {
        return task;
    }

    /** What holds for a field that a package does not give. */
    public Defaults defaults() {
        return defaults;
    }

    /** What the outputs mean where a package is silent. */
    public OutputSpec output() {
        return defaults.output(this);
    }

    /** A decoder for a graph. It must not be used if the context then has problems. */
    public OutputDecoder decoder(DecoderContext context) {
        return decoder.apply(context);
    }
}
