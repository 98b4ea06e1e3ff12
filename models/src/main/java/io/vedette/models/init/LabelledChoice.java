package io.vedette.models.init;

import io.vedette.models.DetectionException;
import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.coco.CocoBenchmark;
import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.coco.CocoDataset.TrueObject;
import io.vedette.models.coco.CocoEvaluation;
import io.vedette.models.init.GraphProbe.Probed;
import io.vedette.models.init.InitRequest.LabelledPictures;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.outputs.Task;
import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.Fit;
import io.vedette.models.recognition.Prepared;
import io.vedette.models.recognition.Scale;
import io.vedette.models.recognition.Sureness;
import io.vedette.schema.Resize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settles how pictures enter a detector by labelled ones: first the order of colours and the scale,
 * then how a picture is fitted in. What scores best by the metric of COCO is kept, and of equals
 * what was there before.
 */
final class LabelledChoice {

    private static final int MOST_PICTURES = 20;

    /** What another way must score more; less is chance. */
    private static final double MARGIN = 0.002;

    private static final Set<String> SETTLED =
            Set.of("input.resize", "input.anchor", "input.color", "input.mean", "input.std");

    private final NewPackage made;
    private final List<Decision> identity;
    private final Probed probed;
    private final LabelledPictures pictures;
    private final CocoDataset truth;
    private final List<String> scores = new ArrayList<>();

    LabelledChoice(
            NewPackage made, List<Decision> identity, Probed probed, LabelledPictures pictures)
            throws IOException {
        this.made = made;
        this.identity = identity;
        this.probed = probed;
        this.pictures = pictures;
        this.truth = firstOf(CocoDataset.read(pictures.annotations()));
    }

    /** The first pictures in which something is to be seen. */
    private static CocoDataset firstOf(CocoDataset all) {
        Set<Long> shown = all.objects().stream().map(TrueObject::image).collect(Collectors.toSet());
        List<Image> images =
                all.images().stream()
                        .filter(image -> shown.contains(image.id()))
                        .limit(MOST_PICTURES)
                        .toList();
        Set<Long> kept = images.stream().map(Image::id).collect(Collectors.toSet());
        List<TrueObject> objects =
                all.objects().stream().filter(each -> kept.contains(each.image())).toList();
        return new CocoDataset(images, all.categories(), objects);
    }

    /**
     * The best way, beginning with a description.
     *
     * @throws InitException if the pictures can say nothing of the network
     */
    Tried of(Tried tried) throws IOException {
        if (tried.draft().guess().format().task() != Task.DETECTION || truth.images().isEmpty()) {
            throw new InitException(
                    "'%s' must label boxes in pictures, and the network must put boxes out (it is %s)."
                            .formatted(
                                    pictures.annotations(), tried.draft().guess().format().key()));
        }
        Scored best = scored(named(tried.draft()));
        for (Prepared way : pixels(best.draft.preparation())) {
            best = better(best, way);
        }
        for (Prepared way : fits(best.draft.preparation())) {
            best = better(best, way);
        }
        Draft draft = settled(best);
        made.describe(draft);
        return new Tried(draft, Trial.of(made.folder()));
    }

    private record Scored(Draft draft, double precision) {}

    /** With the dataset's names where the network has none of its own. */
    private Draft named(Draft draft) {
        Map<String, Integer> categories = truth.categories();
        if (draft.labels().stream().anyMatch(categories::containsKey)) {
            return draft;
        }
        if (draft.labels().size() != categories.size()) {
            throw new InitException(
                    "None of the %d labels is one of the %d categories of '%s'."
                            .formatted(
                                    draft.labels().size(),
                                    categories.size(),
                                    pictures.annotations()));
        }
        List<String> names =
                categories.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList();
        return draft.named(names, "the categories of the labelled pictures, by id");
    }

    private static List<Prepared> pixels(Prepared own) {
        List<Prepared> ways = new ArrayList<>();
        for (Scale scale :
                List.of(own.scale(), Scale.FRACTIONS, Scale.BYTES, Scale.IMAGENET, Scale.SIGNED)) {
            Prepared scaled = own.scaled(scale, "the labelled pictures say");
            ways.add(scaled);
            ways.add(scaled.recolored("the labelled pictures say"));
        }
        return ways;
    }

    private static List<Prepared> fits(Prepared own) {
        List<Fit> fits =
                own.fit().padding() == 0 && own.fit().resize() == Resize.LETTERBOX
                        ? List.of(Fit.CENTERED_BLACK, Fit.TOP_LEFT_BLACK, Fit.STRETCH)
                        : List.of(Fit.CENTERED, Fit.TOP_LEFT, Fit.STRETCH);
        return fits.stream().map(fit -> own.fitted(fit, "the labelled pictures say")).toList();
    }

    private Scored better(Scored best, Prepared way) throws IOException {
        Prepared own = best.draft.preparation();
        if (way.hasPixelsOf(own) && way.fit() == own.fit()) {
            return best;
        }
        Draft draft = Draft.of(identity, probed, best.draft.guess(), way);
        Scored other = scored(draft.named(best.draft.labels(), "as before"));
        return other.precision > best.precision + MARGIN ? other : best;
    }

    private Scored scored(Draft draft) throws IOException {
        made.describe(draft);
        double precision = precision();
        scores.add(
                String.format(
                        Locale.ROOT,
                        "%.3f %s %s",
                        precision,
                        draft.preparation().color(),
                        draft.preparation().fit()));
        return new Scored(draft, precision);
    }

    private double precision() throws IOException {
        try {
            ModelPackage model = ModelPackage.load(made.folder());
            try (Detector detector =
                    OnnxDetector.open(
                            model.withThresholds(CocoBenchmark.thresholds(model.thresholds())),
                            DetectorSettings.defaults())) {
                return CocoEvaluation.evaluate(
                                truth,
                                CocoBenchmark.detect(
                                        detector, truth, pictures.folder(), done -> {}))
                        .ap();
            }
        } catch (ModelPackageException | DetectionException e) {
            return 0;
        }
    }

    private Draft settled(Scored best) {
        String how =
                String.format(
                        Locale.ROOT,
                        "AP %.3f on %d labelled pictures, the best of %d ways",
                        best.precision,
                        truth.images().size(),
                        scores.size());
        Draft draft = best.draft;
        for (String field : SETTLED) {
            draft = draft.with(field, each -> each.confirmed(Sureness.SURE, how));
        }
        return draft;
    }
}
