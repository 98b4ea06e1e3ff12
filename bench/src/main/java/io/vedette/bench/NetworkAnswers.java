package io.vedette.bench;

import static io.vedette.bench.Numbers.centre;
import static io.vedette.bench.Numbers.classId;
import static io.vedette.bench.Numbers.constant;
import static io.vedette.bench.Numbers.corners;
import static io.vedette.bench.Numbers.scores;

import io.vedette.models.outputs.OutputFormat;

/** Outputs of a network of every format, in the size that the format's best known network has. */
final class NetworkAnswers {

    private static final int COCO = 80;
    private static final float LOW = 0.01f;
    private static final float HIGH = 0.95f;
    private static final float LOW_LOGIT = -6;
    private static final float HIGH_LOGIT = 3;

    private NetworkAnswers() {}

    static NetworkAnswer of(OutputFormat format) {
        return switch (format) {
            case YOLOX ->
                    square(format, 416, COCO)
                            .rows("output", 3549, constant(0.5f, 0.5f, 1.5f, 1.5f).then(objects()));
            case YOLOV5 ->
                    square(format, 640, COCO).rows("output0", 25200, centre(640).then(objects()));
            case YOLOV8 ->
                    square(format, 640, COCO)
                            .columns("output0", 8400, centre(640).then(scores(COCO, LOW, HIGH)));
            case YOLOV8_HEADS -> yolov8Heads(square(format, 640, COCO));
            case YOLOV5_HEADS -> anchorHeads(square(format, 640, COCO));
            case YOLOV3 -> anchorHeads(square(format, 416, COCO));
            case YOLO_FASTESTV2 -> yoloFastestV2(square(format, 352, COCO));
            case SSD_HEADS ->
                    square(format, 640, 1)
                            .rows("loc", 16800, constant(0, 0, 0, 0))
                            .rows("conf", 16800, faces());
            case ULTRAFACE_HEADS ->
                    new NetworkAnswer(format, 320, 240, 1)
                            .rows("boxes", 4420, constant(0, 0, 0, 0))
                            .rows("scores", 4420, faces());
            case NANODET ->
                    square(format, 416, COCO)
                            .rows("output", 3598, scores(COCO, LOW, HIGH).then(bins(8)));
            case PICODET -> picodet(square(format, 416, COCO));
            case FASTESTDET ->
                    square(format, 352, COCO)
                            .map(
                                    "output",
                                    22,
                                    22,
                                    scores(1, LOW, HIGH)
                                            .then(constant(0, 0, -1, -1))
                                            .then(scores(COCO, LOW, HIGH)));
            case YUNET -> yunet(square(format, 640, 1));
            case SCRFD -> scrfd(square(format, 640, 1));
            case BLAZEFACE ->
                    square(format, 128, 1)
                            .rows(
                                    "regressors",
                                    896,
                                    constant(0, 0, 20, 20).then(constant(0).times(12)))
                            .rows("classificators", 896, scores(1, LOW_LOGIT, HIGH_LOGIT));
            case END_TO_END ->
                    square(format, 640, COCO)
                            .rows(
                                    "output0",
                                    300,
                                    corners(640).then(scores(1, LOW, HIGH)).then(classId()));
            case DETR ->
                    square(format, 640, COCO)
                            .rows("logits", 300, scores(COCO, LOW_LOGIT, HIGH_LOGIT))
                            .rows("pred_boxes", 300, centre(1));
            case SSD ->
                    square(format, 300, COCO)
                            .rows("detection_boxes", 100, corners(1))
                            .list("detection_scores", 100, scores(1, LOW, HIGH))
                            .list("detection_classes", 100, classId());
            case BOXES_SCORES ->
                    square(format, 640, COCO)
                            .rows("boxes", 8400, corners(640))
                            .rows("scores", 8400, scores(COCO, LOW, HIGH));
            case SOFTMAX -> square(format, 224, 1000).rows("logits", 1, scores(1000, 0, 9));
        };
    }

    private static NetworkAnswer square(OutputFormat format, int side, int labels) {
        return new NetworkAnswer(format, side, side, labels);
    }

    private static Numbers objects() {
        return scores(1, LOW, HIGH).then(scores(COCO, LOW, HIGH));
    }

    /** Background, then face. */
    private static Numbers faces() {
        return new Numbers(2, (object, number) -> number == (object < 0 ? 0 : 1) ? HIGH : LOW);
    }

    /** For each side of a box the logits of its distance, which is most likely two bins. */
    private static Numbers bins(int count) {
        return new Numbers(4 * count, (object, number) -> number % count == 2 ? 3 : 0);
    }

    private static NetworkAnswer anchorHeads(NetworkAnswer answer) {
        Numbers anchor =
                constant(0, 0, 0, 0)
                        .then(scores(1, LOW_LOGIT, HIGH_LOGIT))
                        .then(scores(COCO, LOW_LOGIT, HIGH_LOGIT));
        for (int stride : new int[] {8, 16, 32}) {
            int side = answer.cells(stride);
            answer.map("head" + stride, side, side, first(stride == 8, anchor.times(3)));
        }
        return answer;
    }

    private static NetworkAnswer yoloFastestV2(NetworkAnswer answer) {
        for (int stride : new int[] {16, 32}) {
            int side = answer.cells(stride);
            Numbers objectness = scores(1, LOW_LOGIT, HIGH_LOGIT).times(3);
            Numbers classes = scores(COCO, LOW_LOGIT, HIGH_LOGIT);
            answer.map("reg" + stride, side, side, constant(0, 0, 0, 0).times(3))
                    .map("obj" + stride, side, side, first(stride == 16, objectness))
                    .map("cls" + stride, side, side, first(stride == 16, classes));
        }
        return answer;
    }

    private static NetworkAnswer yolov8Heads(NetworkAnswer answer) {
        for (int stride : new int[] {8, 16, 32}) {
            int side = answer.cells(stride);
            Numbers classes = scores(COCO, LOW_LOGIT, HIGH_LOGIT);
            answer.map("head" + stride, side, side, bins(16).then(first(stride == 8, classes)));
        }
        return answer;
    }

    private static NetworkAnswer scrfd(NetworkAnswer answer) {
        for (int stride : new int[] {8, 16, 32}) {
            int rows = 2 * answer.cells(stride) * answer.cells(stride);
            answer.rows("score" + stride, rows, first(stride == 8, scores(1, LOW, HIGH)))
                    .rows("bbox" + stride, rows, constant(1, 1, 1, 1))
                    .rows("kps" + stride, rows, constant(0).times(10));
        }
        return answer;
    }

    private static NetworkAnswer picodet(NetworkAnswer answer) {
        for (int stride : new int[] {8, 16, 32, 64}) {
            int cells = answer.cells(stride) * answer.cells(stride);
            Numbers classes = scores(COCO, LOW, HIGH);
            answer.rows("scores" + stride, cells, first(stride == 8, classes))
                    .rows("boxes" + stride, cells, bins(8));
        }
        return answer;
    }

    private static NetworkAnswer yunet(NetworkAnswer answer) {
        for (int stride : new int[] {8, 16, 32}) {
            int cells = answer.cells(stride) * answer.cells(stride);
            Numbers score = first(stride == 8, scores(1, LOW, HIGH));
            answer.rows("cls" + stride, cells, score)
                    .rows("obj" + stride, cells, score)
                    .rows("bbox" + stride, cells, constant(0.5f, 0.5f, 1, 1))
                    .rows("kps" + stride, cells, constant(0).times(10));
        }
        return answer;
    }

    private static Numbers first(boolean level, Numbers numbers) {
        return level ? numbers : numbers.seeingNothing();
    }
}
