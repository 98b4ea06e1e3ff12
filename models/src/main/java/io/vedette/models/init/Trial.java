package io.vedette.models.init;

import io.vedette.models.DetectionException;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.StillFrame;
import io.vedette.models.init.TestCard.Thing;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.outputs.Task;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a package sees on the test card.
 *
 * @param agreement the sum over the things on the card of confidence times overlap, or how many of
 *     them a classifier tells; 0 where nothing is seen right
 * @param found the things that are seen right, with their confidence
 * @param problems what keeps the package from being used
 */
record Trial(double agreement, List<String> found, List<String> problems) {

    private static final float LEAST_CONFIDENCE = 0.1f;
    private static final float MOST_OVERLAP = 0.6f;
    private static final double RIGHT = 0.5;

    private static final int IMAGENET = 1000;

    /** One thing well seen. */
    private static final double PROOF = 0.3;

    /** Whether so much is seen that the description must be right. */
    boolean proves() {
        return agreement >= PROOF;
    }

    boolean works() {
        return problems.isEmpty();
    }

    /** Loads a package folder and shows it the card. */
    static Trial of(Path directory) {
        try {
            ModelPackage model = ModelPackage.load(directory);
            try (OnnxDetector detector =
                    OnnxDetector.open(lenient(model), DetectorSettings.defaults())) {
                return model.task() == Task.CLASSIFICATION
                        ? classify(detector, model.labels().size())
                        : judge(look(detector, TestCard.picture()));
            }
        } catch (ModelPackageException e) {
            return new Trial(0, List.of(), e.problems());
        } catch (DetectionException e) {
            return new Trial(0, List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private static List<Detection> look(OnnxDetector detector, BufferedImage picture) {
        return detector.detect(List.of(StillFrame.of(picture, detector.input()))).get(0);
    }

    /** Things one by one: whether the class of ImageNet that scores most is of such things. */
    private static Trial classify(OnnxDetector detector, int classes) {
        double agreement = 0;
        List<String> found = new ArrayList<>();
        for (Thing thing : classes == IMAGENET ? TestCard.THINGS : List.<Thing>of()) {
            List<Detection> answers = look(detector, TestCard.picture(thing));
            if (!answers.isEmpty() && thing.imageNet().contains(answers.get(0).classId())) {
                agreement++;
                found.add(said(thing, answers.get(0).confidence()));
            }
        }
        return new Trial(agreement, found, List.of());
    }

    private static String said(Thing thing, float confidence) {
        return String.format(Locale.ROOT, "%s %.2f", thing.label(), confidence);
    }

    private static ModelPackage lenient(ModelPackage model) {
        Thresholds own = model.thresholds();
        return model.withThresholds(
                new Thresholds(
                        LEAST_CONFIDENCE,
                        Math.min(own.iou(), MOST_OVERLAP),
                        own.maxDetections(),
                        own.multiLabel()));
    }

    private static Trial judge(List<Detection> detections) {
        double agreement = 0;
        List<String> found = new ArrayList<>();
        for (Thing thing : TestCard.THINGS) {
            double best = 0;
            float confidence = 0;
            for (Detection detection : detections) {
                double overlap = overlap(detection.box(), thing.box());
                boolean right = overlap >= RIGHT && isNamed(detection, thing);
                if (right && overlap * detection.confidence() > best) {
                    best = overlap * detection.confidence();
                    confidence = detection.confidence();
                }
            }
            if (best > 0) {
                agreement += best;
                found.add(said(thing, confidence));
            }
        }
        return new Trial(agreement, found, List.of());
    }

    private static boolean isNamed(Detection detection, Thing thing) {
        return detection
                .label()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "")
                .startsWith(thing.label().replace(" ", ""));
    }

    /** Intersection over union. */
    private static double overlap(Box a, Box b) {
        double width = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
        double height = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
        double both = Math.max(0, width) * Math.max(0, height);
        return both / (a.width() * a.height() + b.width() * b.height() - both);
    }
}
