package io.vedette.quickstart;

import io.vedette.quickstart.scenes.TrueObject;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Detections held against what really was there, at an IoU of 0.5 and of the same label. What lies
 * on an object that does not count, for being tiny or covered, is neither right nor wrong.
 */
record TruthScore(int right, int wrong, int missed) {

    private static final float LEAST_IOU = 0.5f;

    static final TruthScore NONE = new TruthScore(0, 0, 0);

    static TruthScore of(List<Detection> detections, List<TrueObject> objects) {
        List<TrueObject> left =
                new ArrayList<>(objects.stream().filter(object -> !object.ignored()).toList());
        List<TrueObject> ignored = objects.stream().filter(TrueObject::ignored).toList();
        int counted = left.size();
        int wrong = 0;
        for (Detection detection : bestFirst(detections)) {
            TrueObject found = closest(detection, left);
            if (found != null) {
                left.remove(found);
            } else if (ignored.stream().noneMatch(object -> covers(object, detection))) {
                wrong++;
            }
        }
        return new TruthScore(counted - left.size(), wrong, left.size());
    }

    private static List<Detection> bestFirst(List<Detection> detections) {
        return detections.stream()
                .sorted(Comparator.comparing(Detection::confidence).reversed())
                .toList();
    }

    private static TrueObject closest(Detection detection, List<TrueObject> objects) {
        return objects.stream()
                .filter(object -> object.label().equals(detection.label()))
                .filter(object -> object.box().iou(detection.box()) >= LEAST_IOU)
                .max(Comparator.comparing(object -> object.box().iou(detection.box())))
                .orElse(null);
    }

    /** Whether most of the detection lies on the object. */
    private static boolean covers(TrueObject object, Detection detection) {
        Box a = object.box();
        Box b = detection.box();
        float width = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
        float height = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
        return Math.max(0, width) * Math.max(0, height) > b.width() * b.height() / 2;
    }

    TruthScore plus(TruthScore other) {
        return new TruthScore(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    double precision() {
        return (double) right / (right + wrong);
    }

    double recall() {
        return (double) right / (right + missed);
    }
}
