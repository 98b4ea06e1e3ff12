package io.vedette.models.recognition;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/** How the toolkits of known families prepare a picture. */
public enum Preparation {
    /** {@code LetterBox} of Ultralytics' toolkits. */
    ULTRALYTICS(
            "Ultralytics' toolkits do",
            Resize.LETTERBOX,
            Anchor.CENTER,
            114,
            ColorOrder.RGB,
            Scale.FRACTIONS),
    /** {@code preproc} of YOLOX. */
    YOLOX("YOLOX does", Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR, Scale.BYTES),
    /** {@code preproc} of YOLOX before 0.2, its {@code legacy} flag. */
    YOLOX_LEGACY(
            "YOLOX did before 0.2",
            Resize.LETTERBOX,
            Anchor.TOP_LEFT,
            114,
            ColorOrder.RGB,
            Scale.IMAGENET),
    /** As DAMO-YOLO does it. */
    RGB_BYTES_LETTERBOX(
            "DAMO-YOLO does", Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.RGB, Scale.BYTES),
    /** {@code DetDataPreprocessor} of MMDetection's RTMDet. */
    MMDETECTION_BGR(
            "MMDetection's RTMDet does",
            Resize.LETTERBOX,
            Anchor.TOP_LEFT,
            114,
            ColorOrder.BGR,
            Scale.IMAGENET_BGR),
    /** {@code DetDataPreprocessor} of MMDetection's older models. */
    MMDETECTION_RGB(
            "MMDetection's older models do",
            Resize.LETTERBOX,
            Anchor.TOP_LEFT,
            0,
            ColorOrder.RGB,
            Scale.IMAGENET),
    /** {@code ToTensor} of torchvision, as RT-DETR and D-FINE use it. */
    RGB_FRACTIONS(
            "torchvision and RT-DETR do",
            Resize.STRETCH,
            Anchor.TOP_LEFT,
            0,
            ColorOrder.RGB,
            Scale.FRACTIONS),
    /** {@code NormalizeImage} of PaddleDetection, and DETR's transforms. */
    RGB_IMAGENET(
            "networks trained on ImageNet do",
            Resize.STRETCH,
            Anchor.TOP_LEFT,
            0,
            ColorOrder.RGB,
            Scale.IMAGENET),
    /** TensorFlow's object detection API. */
    RGB_BYTES(
            "TensorFlow's detection API does",
            Resize.STRETCH,
            Anchor.TOP_LEFT,
            0,
            ColorOrder.RGB,
            Scale.BYTES),
    /** TensorFlow's object detection API for TFLite. */
    RGB_SIGNED(
            "TFLite's SSD does", Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.RGB, Scale.SIGNED),
    /** OpenCV's face detectors and Caffe's networks. */
    BGR_BYTES(
            "OpenCV's and Caffe's networks do",
            Resize.STRETCH,
            Anchor.TOP_LEFT,
            0,
            ColorOrder.BGR,
            Scale.BYTES),
    /** FastestDet and its family. */
    BGR_FRACTIONS(
            "FastestDet does", Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR, Scale.FRACTIONS),
    /** {@code color_aug_and_norm} of NanoDet. */
    NANODET("NanoDet does", Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR, Scale.IMAGENET_BGR),
    /** {@code PredictionTransform} of Ultra-Light-Fast-Generic-Face-Detector. */
    ULTRAFACE(
            "UltraFace does", Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.RGB, Scale.SIGNED_128),
    /** Grey bytes as they are. */
    GREY_BYTES(
            "grey bytes go in", Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.GREY, Scale.BYTES);

    /** Mean and deviation that pixel values are brought to. */
    @SuppressWarnings("ImmutableEnumChecker") // constant lists
    private enum Scale {
        BYTES(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)),
        FRACTIONS(List.of(0f, 0f, 0f), List.of(255f, 255f, 255f)),
        SIGNED(List.of(127.5f, 127.5f, 127.5f), List.of(127.5f, 127.5f, 127.5f)),
        SIGNED_128(List.of(127f, 127f, 127f), List.of(128f, 128f, 128f)),
        IMAGENET(List.of(123.675f, 116.28f, 103.53f), List.of(58.395f, 57.12f, 57.375f)),
        IMAGENET_BGR(List.of(103.53f, 116.28f, 123.675f), List.of(57.375f, 57.12f, 58.395f));

        private final List<Float> mean;
        private final List<Float> std;

        Scale(List<Float> mean, List<Float> std) {
            this.mean = mean;
            this.std = std;
        }
    }

    private final String of;
    private final Resize resize;
    private final Anchor anchor;
    private final int padding;
    private final ColorOrder color;
    private final Scale scale;

    Preparation(
            String of, Resize resize, Anchor anchor, int padding, ColorOrder color, Scale scale) {
        this.of = of;
        this.resize = resize;
        this.anchor = anchor;
        this.padding = padding;
        this.color = color;
        this.scale = scale;
    }

    /** Who does so, to follow an "as". */
    public String of() {
        return of;
    }

    public Resize resize() {
        return resize;
    }

    public Anchor anchor() {
        return anchor;
    }

    public int padding() {
        return padding;
    }

    public ColorOrder color() {
        return color;
    }

    /** One value for each of red, green and blue, in the colour order, on the scale 0..255. */
    public List<Float> mean() {
        return scale.mean;
    }

    /** One value for each of red, green and blue, in the colour order. */
    public List<Float> std() {
        return scale.std;
    }
}
