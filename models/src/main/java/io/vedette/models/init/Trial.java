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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a package sees on the test card.
 *
 * @param agreement the sum over the things on the card of confidence times overlap, or how many of
 *     them a classifier tells; 0 where nothing is seen right
 * @param boxes the same of things under any name, for a network whose names nobody knows
 * @param found the things that are seen right, with their confidence
 * @param problems what keeps the package from being used
 */
record Trial(double agreement, double boxes, List<String> found, List<String> problems) {

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
                        : judge(
                                look(detector, TestCard.picture()),
                                Labels.usual(model.labels().size()));
            }
        } catch (ModelPackageException e) {
            return new Trial(0, 0, List.of(), e.problems());
        } catch (DetectionException e) {
            return new Trial(0, 0, List.of(), List.of(String.valueOf(e.getMessage())));
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
        return new Trial(agreement, 0, found, List.of());
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

    private static Trial judge(List<Detection> detections, List<String> usual) {
        double agreement = 0;
        double boxes = 0;
        List<String> found = new ArrayList<>();
        for (Thing thing : TestCard.THINGS) {
            List<Detection> there =
                    detections.stream().filter(each -> value(each, thing) > 0).toList();
            boxes += there.stream().mapToDouble(each -> value(each, thing)).max().orElse(0);
            Optional<Detection> best =
                    there.stream()
                            .filter(each -> isNamed(each, thing, usual))
                            .max(Comparator.comparingDouble(each -> value(each, thing)));
            if (best.isPresent()) {
                agreement += value(best.get(), thing);
                found.add(said(thing, best.get().confidence()));
            }
        }
        return new Trial(agreement, boxes, found, List.of());
    }

    /** Confidence times overlap; 0 of what lies elsewhere. */
    private static double value(Detection detection, Thing thing) {
        double overlap = overlap(detection.box(), thing.box());
        return overlap >= RIGHT ? overlap * detection.confidence() : 0;
    }

    /** By its own label, or by what classes of such an index usually are. */
    private static boolean isNamed(Detection detection, Thing thing, List<String> usual) {
        return isOf(detection.label(), thing)
                || (!usual.isEmpty() && isOf(usual.get(detection.classId()), thing));
    }

    private static boolean isOf(String label, Thing thing) {
        return label.toLowerCase(Locale.ROOT)
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
