package io.vedette.models.recognition;

import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.List;

/** How the toolkits of known families prepare a picture. */
@SuppressWarnings("ImmutableEnumChecker") // a record of enums
public enum Preparation {
    /** {@code LetterBox} of Ultralytics' toolkits. */
    ULTRALYTICS("Ultralytics' toolkits do", Fit.CENTERED, ColorOrder.RGB, Scale.FRACTIONS),
    /** {@code preproc} of YOLOX. */
    YOLOX("YOLOX does", Fit.TOP_LEFT, ColorOrder.BGR, Scale.BYTES),
    /** {@code preproc} of YOLOX before 0.2, its {@code legacy} flag. */
    YOLOX_LEGACY("YOLOX did before 0.2", Fit.TOP_LEFT, ColorOrder.RGB, Scale.IMAGENET),
    /** {@code tools/demo.py} of DAMO-YOLO. */
    DAMO_YOLO("DAMO-YOLO does", Fit.TOP_LEFT, ColorOrder.RGB, Scale.BYTES),
    /** Programs that leave a picture in the order in which OpenCV reads it. */
    BGR_LETTERBOX("OpenCV reads pictures", Fit.CENTERED, ColorOrder.BGR, Scale.FRACTIONS),
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

    private final Prepared prepared;

    Preparation(String of, Fit fit, ColorOrder color, Scale scale) {
        prepared = new Prepared(of, fit, color, scale);
    }

    /**
     * All that networks may be given whose pictures are fitted in one way, each of other pixels.
     */
    public static List<Preparation> of(Resize resize) {
        return switch (resize) {
            case LETTERBOX ->
                    List.of(ULTRALYTICS, YOLOX, YOLOX_LEGACY, DAMO_YOLO, RTMDET, BGR_LETTERBOX);
            case STRETCH ->
                    List.of(
                            RGB_FRACTIONS,
                            RGB_IMAGENET,
                            RGB_BYTES,
                            RGB_SIGNED,
                            BGR_BYTES,
                            BGR_FRACTIONS);
            case CENTER_CROP -> List.of();
        };
    }

    /** What it is made of. */
    public Prepared prepared() {
        return prepared;
    }
}
