package io.vedette.models.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Anchor boxes that toolkits ship for COCO: widths and heights in pixels, finest level first.
 *
 * @param of whose they are
 * @param levels one list for each level
 */
record KnownAnchors(String of, List<List<Integer>> levels) {

    /** {@code cfg/yolov3.cfg} of darknet. */
    static final KnownAnchors YOLOV3 =
            new KnownAnchors(
                    "YOLOv3",
                    List.of(
                            List.of(10, 13, 16, 30, 33, 23),
                            List.of(30, 61, 62, 45, 59, 119),
                            List.of(116, 90, 156, 198, 373, 326)));

    /** {@code cfg/yolov4.cfg} of darknet, and {@code cfg/training/yolov7.yaml} of YOLOv7. */
    static final KnownAnchors YOLOV4 =
            new KnownAnchors(
                    "YOLOv4 and YOLOv7",
                    List.of(
                            List.of(12, 16, 19, 36, 40, 28),
                            List.of(36, 75, 76, 55, 72, 146),
                            List.of(142, 110, 192, 243, 459, 401)));

    /** {@code cfg/yolov3-tiny.cfg} of darknet. */
    static final KnownAnchors YOLOV3_TINY =
            new KnownAnchors(
                    "YOLOv3-tiny",
                    List.of(List.of(10, 14, 23, 27, 37, 58), List.of(81, 82, 135, 169, 344, 319)));

    /** {@code cfg/yolov4-tiny.cfg} of darknet. */
    static final KnownAnchors YOLOV4_TINY =
            new KnownAnchors(
                    "YOLOv4-tiny",
                    List.of(List.of(23, 27, 37, 58, 81, 82), List.of(81, 82, 135, 169, 344, 319)));

    /** {@code cfg/yolov2.cfg} of darknet, there in cells of 32 pixels. */
    static final KnownAnchors YOLOV2 =
            new KnownAnchors(
                    "YOLOv2", List.of(List.of(18, 22, 60, 66, 107, 175, 252, 113, 313, 293)));

    /** {@code cfg/yolov2-voc.cfg} of darknet, there in cells of 32 pixels. */
    static final KnownAnchors YOLOV2_VOC =
            new KnownAnchors(
                    "YOLOv2 for VOC",
                    List.of(List.of(42, 55, 102, 128, 162, 259, 303, 155, 359, 320)));

    /** {@code cfg/yolov2-tiny-voc.cfg} of darknet, there in cells of 32 pixels. */
    static final KnownAnchors YOLOV2_TINY_VOC =
            new KnownAnchors(
                    "YOLOv2-tiny for VOC",
                    List.of(List.of(35, 38, 109, 141, 212, 364, 301, 164, 532, 337)));

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /** Those of a family that has so many levels and anchors a cell, the usual ones first. */
    static List<KnownAnchors> of(int levels, int perCell) {
        if (levels == 1 && perCell == 5) {
            return List.of(YOLOV2_TINY_VOC, YOLOV2, YOLOV2_VOC);
        }
        if (perCell != 3) {
            return List.of();
        }
        return switch (levels) {
            case 2 -> List.of(YOLOV3_TINY, YOLOV4_TINY);
            case 3 -> List.of(YOLOV3, YOLOV4);
            default -> List.of();
        };
    }

    /** Those that a file's metadata lists under {@code anchors}; no levels where it has others. */
    static KnownAnchors ofText(String text, int levels, int perCell) {
        List<Integer> numbers = new ArrayList<>();
        for (Matcher found = NUMBER.matcher(text); found.find(); ) {
            numbers.add((int) Math.rint(Double.parseDouble(found.group())));
        }
        int perLevel = 2 * perCell;
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; numbers.size() == levels * perLevel && i < levels; i++) {
            lists.add(numbers.subList(i * perLevel, (i + 1) * perLevel));
        }
        return new KnownAnchors("the metadata", lists);
    }
}
