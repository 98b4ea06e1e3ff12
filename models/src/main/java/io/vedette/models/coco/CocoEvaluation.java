package io.vedette.models.coco;

import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.coco.CocoDataset.TrueObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How good a model is, by the bounding-box metric of the COCO benchmark: precision, averaged over
 * 101 recall points, over the categories that occur, and over the overlaps .50, .55 … .95; at most
 * 100 detections of a category in an image count (Lin et al., "Microsoft COCO", and {@code
 * pycocotools/cocoeval.py}).
 *
 * @param ap average precision over all ten overlaps, in [0, 1]; NaN where nothing is to be seen
 * @param ap50 at an overlap of .50
 * @param ap75 at an overlap of .75
 */
public record CocoEvaluation(double ap, double ap50, double ap75) {

    private static final int OVERLAPS = 10;
    private static final double OVERLAP_STEP = (0.95 - 0.5) / (OVERLAPS - 1);
    private static final int OVERLAP_75 = 5;
    private static final int MAX_DETECTIONS = 100;

    /** Holds a model's detections against the truth. */
    public static CocoEvaluation evaluate(CocoDataset truth, List<CocoDetection> detections) {
        Map<Integer, List<TrueObject>> objects = grouped(truth.objects(), TrueObject::category);
        Map<Integer, List<CocoDetection>> found = grouped(detections, CocoDetection::category);
        List<double[]> precisions = new ArrayList<>();
        for (int category : new TreeSet<>(truth.categories().values())) {
            PrecisionRecall curve =
                    curve(
                            truth.images(),
                            objects.getOrDefault(category, List.of()),
                            found.getOrDefault(category, List.of()));
            if (curve.hasObjects()) {
                precisions.add(curve.averagePrecisions());
            }
        }
        double[] mean = new double[OVERLAPS];
        for (int t = 0; t < OVERLAPS; t++) {
            int overlap = t;
            mean[t] = precisions.stream().mapToDouble(p -> p[overlap]).average().orElse(Double.NaN);
        }
        double sum = 0;
        for (double value : mean) {
            sum += value;
        }
        return new CocoEvaluation(sum / OVERLAPS, mean[0], mean[OVERLAP_75]);
    }

    private static PrecisionRecall curve(
            List<Image> images, List<TrueObject> objects, List<CocoDetection> found) {
        Map<Long, List<TrueObject>> objectsOf = grouped(objects, TrueObject::image);
        Map<Long, List<CocoDetection>> foundIn = grouped(found, CocoDetection::image);
        PrecisionRecall curve = new PrecisionRecall(OVERLAPS);
        for (long image :
                images.stream().map(Image::id).collect(Collectors.toCollection(TreeSet::new))) {
            List<CocoDetection> best =
                    foundIn.getOrDefault(image, List.of()).stream()
                            .sorted(Comparator.comparingDouble(d -> -d.score()))
                            .limit(MAX_DETECTIONS)
                            .toList();
            match(objectsOf.getOrDefault(image, List.of()), best, curve);
        }
        return curve;
    }

    private static void match(
            List<TrueObject> objects, List<CocoDetection> found, PrecisionRecall curve) {
        List<TrueObject> crowdsLast =
                objects.stream().sorted(Comparator.comparing(TrueObject::crowd)).toList();
        curve.expect((int) objects.stream().filter(o -> !o.crowd()).count());
        boolean[][] taken = new boolean[OVERLAPS][objects.size()];
        for (CocoDetection detection : found) {
            PrecisionRecall.Outcome[] outcomes = new PrecisionRecall.Outcome[OVERLAPS];
            for (int t = 0; t < OVERLAPS; t++) {
                outcomes[t] = match(detection, crowdsLast, taken[t], 0.5 + OVERLAP_STEP * t);
            }
            curve.add(detection.score(), outcomes);
        }
    }

    /** Gives a detection the free object that it overlaps most, or else a crowd. */
    private static PrecisionRecall.Outcome match(
            CocoDetection detection, List<TrueObject> crowdsLast, boolean[] taken, double least) {
        int match = -1;
        double best = Math.min(least, 1 - 1e-10);
        for (int i = 0; i < crowdsLast.size(); i++) {
            TrueObject object = crowdsLast.get(i);
            if (object.crowd() && match >= 0 && !crowdsLast.get(match).crowd()) {
                break;
            }
            double overlap = detection.box().overlap(object.box(), object.crowd());
            if ((object.crowd() || !taken[i]) && overlap >= best) {
                best = overlap;
                match = i;
            }
        }
        if (match < 0) {
            return PrecisionRecall.Outcome.FALSE;
        }
        taken[match] = true;
        return crowdsLast.get(match).crowd()
                ? PrecisionRecall.Outcome.IGNORED
                : PrecisionRecall.Outcome.TRUE;
    }

    private static <K, V> Map<K, List<V>> grouped(List<V> values, Function<V, K> key) {
        return values.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "AP %.3f, AP50 %.3f, AP75 %.3f", ap, ap50, ap75);
    }
}
