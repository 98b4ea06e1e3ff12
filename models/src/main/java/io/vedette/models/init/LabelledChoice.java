package io.vedette.models.init;

import io.vedette.models.DetectionException;
import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.coco.CocoBenchmark;
import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoEvaluation;
import io.vedette.models.init.GraphProbe.Probed;
import io.vedette.models.init.InitRequest.LabelledPictures;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.outputs.Task;
import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.Fit;
import io.vedette.models.recognition.Prepared;
import io.vedette.models.recognition.Scale;
import io.vedette.schema.Resize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Settles how pictures enter a detector by labelled ones: first how a picture is fitted in, then
 * the order of colours and the scale, as far as the test card did not tell them. What scores best
 * by the metric of COCO is kept, and of equals what was there before.
 */
final class LabelledChoice {

    private static final int MOST_PICTURES = 50;

    /** What another way must score more; less is chance. */
    private static final double MARGIN = 0.005;

    private static final String AS = "the labelled pictures say";

    private static final Set<String> SETTLED =
            Set.of("input.resize", "input.anchor", "input.color");

    private final NewPackage made;
    private final List<Decision> identity;
    private final Probed probed;
    private final LabelledPictures pictures;
    private final CocoDataset truth;
    private List<String> names = List.of();
    private int ways;

    LabelledChoice(
            NewPackage made, List<Decision> identity, Probed probed, LabelledPictures pictures)
            throws IOException {
        this.made = made;
        this.identity = identity;
        this.probed = probed;
        this.pictures = pictures;
        this.truth = CocoDataset.read(pictures.annotations()).first(MOST_PICTURES);
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
        Draft own = tried.draft();
        names = names(own);
        Scored best = scored(named(own));
        for (Prepared way : fits(own.preparation())) {
            best = better(best, way);
        }
        for (Prepared way : pixels(best.draft.preparation(), own)) {
            best = better(best, way);
        }
        Draft draft = settled(best);
        made.describe(draft);
        Trial trial = Trial.of(made.folder());
        return new Tried(trial.proves() ? draft.confirmed() : draft, trial);
    }

    private record Scored(Draft draft, double precision) {}

    /** The dataset's names, by id, where the network has none of its own; else nothing. */
    private List<String> names(Draft draft) {
        Map<String, Integer> categories = truth.categories();
        if (draft.labels().stream().anyMatch(categories::containsKey)) {
            return List.of();
        }
        if (draft.labels().size() != categories.size()) {
            throw new InitException(
                    "None of the %d labels is one of the %d categories of '%s'."
                            .formatted(
                                    draft.labels().size(),
                                    categories.size(),
                                    pictures.annotations()));
        }
        return categories.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Draft named(Draft draft) {
        return names.isEmpty()
                ? draft
                : draft.named(names, "the categories of the labelled pictures, by id");
    }

    private static List<Prepared> pixels(Prepared best, Draft told) {
        List<Scale> scales =
                told.isSure("input.std")
                        ? List.of(best.scale())
                        : List.of(
                                best.scale(),
                                Scale.FRACTIONS,
                                Scale.BYTES,
                                Scale.IMAGENET,
                                Scale.SIGNED);
        List<Prepared> ways = new ArrayList<>();
        for (Scale scale : scales) {
            Prepared scaled = best.scaled(scale, AS);
            ways.add(scaled);
            if (!told.isSure("input.color")) {
                ways.add(scaled.recolored(AS));
            }
        }
        return ways;
    }

    private static List<Prepared> fits(Prepared own) {
        List<Fit> fits =
                own.fit().padding() == 0 && own.fit().resize() == Resize.LETTERBOX
                        ? List.of(Fit.CENTERED_BLACK, Fit.TOP_LEFT_BLACK, Fit.STRETCH)
                        : List.of(Fit.CENTERED, Fit.TOP_LEFT, Fit.STRETCH);
        return fits.stream().map(fit -> own.fitted(fit, AS)).toList();
    }

    private Scored better(Scored best, Prepared way) throws IOException {
        Prepared own = best.draft.preparation();
        if (way.hasPixelsOf(own) && way.fit() == own.fit()) {
            return best;
        }
        Draft draft = Draft.of(identity, probed, best.draft.guess(), way);
        Scored other = scored(named(draft));
        return other.precision > best.precision + MARGIN ? other : best;
    }

    private Scored scored(Draft draft) throws IOException {
        made.describe(draft);
        ways++;
        return new Scored(draft, precision());
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

    /** The best, with what it scored beside the fields that a test card cannot tell. */
    private Draft settled(Scored best) {
        String how =
                String.format(
                        Locale.ROOT,
                        "AP %.3f on %d labelled pictures, the best of %d ways",
                        best.precision,
                        truth.images().size(),
                        ways);
        Draft draft = best.draft;
        for (String field : SETTLED) {
            draft = draft.with(field, each -> each.isOpen() ? each : each.noting(how));
        }
        return draft;
    }
}
