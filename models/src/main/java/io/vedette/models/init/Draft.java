package io.vedette.models.init;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.init.GraphProbe.Probed;
import io.vedette.models.inputs.Layout;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.Guess;
import io.vedette.models.recognition.Preparation;
import io.vedette.models.recognition.Prepared;
import io.vedette.models.recognition.Sureness;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Resize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One way to describe a model: a guess at its outputs, and one at how its pictures are prepared.
 *
 * @param decisions the fields of {@code model.yaml}, in their order
 * @param labels by class index
 */
record Draft(Guess guess, Prepared preparation, List<Decision> decisions, List<String> labels) {

    private static final float SIGNED = 128;

    /** As in the toolkits of YOLO. */
    private static final double MOST_OVERLAP = 0.45;

    Draft {
        decisions = List.copyOf(decisions);
        labels = List.copyOf(labels);
    }

    /**
     * Describes a model.
     *
     * @param identity what it is called, and its file
     */
    static Draft of(List<Decision> identity, Probed probed, Guess guess, Prepared preparation) {
        Labels labels = Labels.of(probed.seen(), guess);
        List<Decision> decisions = new ArrayList<>(identity);
        decisions.addAll(probed.size().decisions());
        decisions.addAll(picture(probed, preparation));
        for (Tensor input : probed.seen().graph().inputs()) {
            if (!input.equals(probed.picture().tensor())) {
                decisions.add(OtherInputs.decision(input));
            }
        }
        decisions.add(
                new Decision(
                        "output.format", guess.format().key(), guess.sureness(), guess.reason()));
        decisions.addAll(guess.options());
        decisions.add(labels.decision());
        if (decisions.stream().anyMatch(Draft::isToldTheOverlap)
                && guess.format().defaults().thresholds().iou() == 1) {
            decisions.add(
                    Decision.likely(
                            "thresholds.iou",
                            MOST_OVERLAP,
                            "the graph suppresses, and is told it"));
        }
        decisions.add(licence(probed));
        return new Draft(guess, preparation, decisions, labels.names());
    }

    private static boolean isToldTheOverlap(Decision decision) {
        return decision.field().startsWith("input.others.") && decision.value().equals("iou");
    }

    private static List<Decision> picture(Probed probed, Prepared preparation) {
        String reason = "as " + preparation.of();
        boolean noted =
                probed.seen().isOfUltralytics()
                        && preparation.equals(Preparation.ULTRALYTICS.prepared());
        List<Decision> decisions = new ArrayList<>();
        decisions.add(Decision.likely("input.resize", lower(preparation.fit().resize()), reason));
        if (preparation.fit().resize() == Resize.LETTERBOX) {
            decisions.add(
                    Decision.likely("input.anchor", lower(preparation.fit().anchor()), reason));
            decisions.add(Decision.likely("input.padding", preparation.fit().padding(), reason));
        }
        if (preparation.fit().resize() == Resize.CENTER_CROP) {
            decisions.add(Decision.guess("input.crop", preparation.fit().crop(), reason));
        }
        decisions.add(color(probed, preparation, reason));
        Layout layout = probed.picture().layout();
        decisions.add(Decision.sure("input.layout", lower(layout), "where the channels stand"));
        decisions.addAll(scale(probed, preparation, reason));
        return noted
                ? decisions.stream()
                        .map(decision -> decision.confirmed(Sureness.SURE, "the metadata say so"))
                        .toList()
                : decisions;
    }

    private static Decision color(Probed probed, Prepared preparation, String reason) {
        return probed.picture().channels() == 1
                ? Decision.sure("input.color", lower(ColorOrder.GREY), "one channel")
                : Decision.likely("input.color", lower(preparation.color()), reason);
    }

    private static List<Decision> scale(Probed probed, Prepared preparation, String reason) {
        int channels = probed.picture().channels();
        OnnxJavaType type = probed.picture().tensor().type();
        if (type == OnnxJavaType.UINT8 || type == OnnxJavaType.INT8) {
            float mean = type == OnnxJavaType.INT8 ? SIGNED : 0;
            return List.of(
                    Decision.likely(
                            "input.mean",
                            numbers(Collections.nCopies(channels, mean)),
                            "bytes go in as they are"),
                    Decision.likely(
                            "input.std",
                            numbers(Collections.nCopies(channels, 1f)),
                            "bytes go in as they are"));
        }
        return List.of(
                Decision.likely(
                        "input.mean",
                        numbers(preparation.scale().mean().subList(0, channels)),
                        reason),
                Decision.likely(
                        "input.std",
                        numbers(preparation.scale().std().subList(0, channels)),
                        reason));
    }

    private static String numbers(List<Float> numbers) {
        List<String> texts = new ArrayList<>();
        for (float number : numbers) {
            texts.add(
                    number == Math.rint(number)
                            ? Integer.toString((int) number)
                            : Float.toString(number));
        }
        return texts.toString();
    }

    private static Decision licence(Probed probed) {
        String stated = probed.seen().graph().metadata().getOrDefault("license", "").strip();
        return stated.isEmpty()
                ? Decision.open("licence", "the file states none; say here what you know")
                : Decision.sure("licence", YamlText.scalar(stated), "the metadata");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same, surer of what a right answer to the test card proves. */
    Draft confirmed() {
        String seen = "the test card agrees";
        List<Decision> surer =
                decisions.stream()
                        .map(
                                decision ->
                                        isProven(decision)
                                                ? decision.confirmed(Sureness.SURE, seen)
                                                : decision)
                        .toList();
        return new Draft(guess, preparation, surer, labels);
    }

    /** Whether a field is decided for sure. */
    boolean isSure(String field) {
        return decisions.stream()
                .anyMatch(each -> each.field().equals(field) && each.sureness() == Sureness.SURE);
    }

    /** The same, another word about a field. */
    Draft with(String field, UnaryOperator<Decision> change) {
        List<Decision> changed =
                decisions.stream()
                        .map(each -> each.field().equals(field) ? change.apply(each) : each)
                        .toList();
        return new Draft(guess, preparation, changed, labels);
    }

    /** The same with other names of the classes. */
    Draft named(List<String> names, String reason) {
        Draft named = new Draft(guess, preparation, decisions, names);
        return named.with(
                Labels.FIELD, labels -> Decision.likely(Labels.FIELD, labels.value(), reason));
    }

    private static boolean isProven(Decision decision) {
        return decision.field().startsWith("output.")
                || decision.field().equals("labels")
                || decision.field().equals("input.std");
    }
}
