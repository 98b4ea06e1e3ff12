package io.vedette.models.recognition;

import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/** How the toolkits of known families prepare a picture. */
public enum Preparation {
    /** {@code LetterBox} of Ultralytics' toolkits. */
    ULTRALYTICS("Ultralytics' toolkits do", Fit.CENTERED, ColorOrder.RGB, Scale.FRACTIONS),
    /** {@code preproc} of YOLOX. */
    YOLOX("YOLOX does", Fit.TOP_LEFT, ColorOrder.BGR, Scale.BYTES),
    /** {@code preproc} of YOLOX before 0.2, its {@code legacy} flag. */
    YOLOX_LEGACY("YOLOX did before 0.2", Fit.TOP_LEFT, ColorOrder.RGB, Scale.IMAGENET),
    /** {@code tools/demo.py} of DAMO-YOLO. */
    DAMO_YOLO("DAMO-YOLO does", Fit.TOP_LEFT, ColorOrder.RGB, Scale.BYTES),
    /** {@code DetDataPreprocessor} of MMDetection's RTMDet. */
    RTMDET("MMDetection's RTMDet does", Fit.TOP_LEFT, ColorOrder.BGR, Scale.IMAGENET_BGR),
    /** {@code DetDataPreprocessor} of MMDetection's older models. */
    MMDETECTION(
            "MMDetection's older models do", Fit.TOP_LEFT_BLACK, ColorOrder.RGB, Scale.IMAGENET),
    /** {@code ToTensor} of torchvision, as RT-DETR and D-FINE use it. */
    RGB_FRACTIONS("torchvision and RT-DETR do", Fit.STRETCH, ColorOrder.RGB, Scale.FRACTIONS),
    /** {@code NormalizeImage} of PaddleDetection, and DETR's transforms. */
    RGB_IMAGENET("networks trained on ImageNet do", Fit.STRETCH, ColorOrder.RGB, Scale.IMAGENET),
    /** TensorFlow's object detection API. */
    RGB_BYTES("TensorFlow's detection API does", Fit.STRETCH, ColorOrder.RGB, Scale.BYTES),
    /** TensorFlow's object detection API for TFLite. */
    RGB_SIGNED("TFLite's SSD does", Fit.STRETCH, ColorOrder.RGB, Scale.SIGNED),
    /** Caffe's networks. */
    BGR_BYTES("Caffe's networks do", Fit.STRETCH, ColorOrder.BGR, Scale.BYTES),
    /** FastestDet and Yolo-FastestV2. */
    BGR_FRACTIONS("FastestDet does", Fit.STRETCH, ColorOrder.BGR, Scale.FRACTIONS),
    /** {@code color_aug_and_norm} and {@code resize_uniform} of NanoDet. */
    NANODET("NanoDet does", Fit.CENTERED_BLACK, ColorOrder.BGR, Scale.IMAGENET_BGR),
    /** {@code FaceDetectorYN} of OpenCV. */
    YUNET("OpenCV does", Fit.TOP_LEFT_BLACK, ColorOrder.BGR, Scale.BYTES),
    /** {@code PredictionTransform} of Ultra-Light-Fast-Generic-Face-Detector. */
    ULTRAFACE("UltraFace does", Fit.STRETCH, ColorOrder.RGB, Scale.SIGNED_127),
    /** {@code SCRFD} of InsightFace. */
    SCRFD("InsightFace does", Fit.TOP_LEFT_BLACK, ColorOrder.RGB, Scale.SIGNED_128),
    /** {@code detect.py} of Pytorch_Retinaface. */
    RETINAFACE("RetinaFace does", Fit.TOP_LEFT_BLACK, ColorOrder.BGR, Scale.CENTERED_BYTES),
    /** {@code ImageToTensorCalculator} of MediaPipe's face detection. */
    BLAZEFACE("MediaPipe does", Fit.CENTERED_BLACK, ColorOrder.RGB, Scale.SIGNED),
    /** {@code ImageClassification} of torchvision. */
    CROPPED_IMAGENET("torchvision does", Fit.CROP_875, ColorOrder.RGB, Scale.IMAGENET),
    /** {@code classify_transforms} of Ultralytics. */
    CROPPED_FRACTIONS("Ultralytics' classifiers do", Fit.CROP, ColorOrder.RGB, Scale.FRACTIONS),
    /** {@code preprocess_for_eval} of TensorFlow's Slim. */
    CROPPED_SIGNED("TensorFlow's Slim does", Fit.CROP_875, ColorOrder.RGB, Scale.SIGNED),
    /** Keras' applications that scale within. */
    CROPPED_BYTES("networks that scale within do", Fit.CROP_875, ColorOrder.RGB, Scale.BYTES),
    /** SqueezeNet and its like, brought from Caffe. */
    CROPPED_BGR_BYTES("Caffe's classifiers do", Fit.CROP_875, ColorOrder.BGR, Scale.BYTES),
    /** Grey bytes as they are. */
    GREY_BYTES("grey bytes go in", Fit.STRETCH, ColorOrder.GREY, Scale.BYTES);

    /** How a picture of another shape is fitted in. */
    private enum Fit {
        STRETCH(Resize.STRETCH, Anchor.TOP_LEFT, 0, 1),
        CENTERED(Resize.LETTERBOX, Anchor.CENTER, 114, 1),
        CENTERED_BLACK(Resize.LETTERBOX, Anchor.CENTER, 0, 1),
        TOP_LEFT(Resize.LETTERBOX, Anchor.TOP_LEFT, 114, 1),
        TOP_LEFT_BLACK(Resize.LETTERBOX, Anchor.TOP_LEFT, 0, 1),
        CROP(Resize.CENTER_CROP, Anchor.CENTER, 0, 1),
        CROP_875(Resize.CENTER_CROP, Anchor.CENTER, 0, 0.875);

        private final Resize resize;
        private final Anchor anchor;
        private final int padding;
        private final double crop;

        Fit(Resize resize, Anchor anchor, int padding, double crop) {
            this.resize = resize;
            this.anchor = anchor;
            this.padding = padding;
            this.crop = crop;
        }
    }

    /** Mean and deviation that pixel values are brought to. */
    @SuppressWarnings("ImmutableEnumChecker") // constant lists
    private enum Scale {
        FRACTIONS(List.of(0f, 0f, 0f), List.of(255f, 255f, 255f)),
        SIGNED(List.of(127.5f, 127.5f, 127.5f), List.of(127.5f, 127.5f, 127.5f)),
        SIGNED_127(List.of(127f, 127f, 127f), List.of(128f, 128f, 128f)),
        SIGNED_128(List.of(127.5f, 127.5f, 127.5f), List.of(128f, 128f, 128f)),
        IMAGENET(List.of(123.675f, 116.28f, 103.53f), List.of(58.395f, 57.12f, 57.375f)),
        IMAGENET_BGR(List.of(103.53f, 116.28f, 123.675f), List.of(57.375f, 57.12f, 58.395f)),
        CENTERED_BYTES(List.of(104f, 117f, 123f), List.of(1f, 1f, 1f)),
        BYTES(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));

        private final List<Float> mean;
        private final List<Float> std;

        Scale(List<Float> mean, List<Float> std) {
            this.mean = mean;
            this.std = std;
        }
    }

    private final String of;
    private final Fit fit;
    private final ColorOrder color;
    private final Scale scale;

    Preparation(String of, Fit fit, ColorOrder color, Scale scale) {
        this.of = of;
        this.fit = fit;
        this.color = color;
        this.scale = scale;
    }

    /** Who does so, to follow an "as". */
    public String of() {
        return of;
    }

    public Resize resize() {
        return fit.resize;
    }

    public Anchor anchor() {
        return fit.anchor;
    }

    public int padding() {
        return fit.padding;
    }

    /** How much of the shorter side a centre crop leaves. */
    public double crop() {
        return fit.crop;
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

    /** Whether a network gets smaller numbers than by another preparation. */
    public boolean isGentlerThan(Preparation other) {
        return scale.std.get(0) > other.scale.std.get(0);
    }
}
