package io.vedette.models.init;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.Guess;
import io.vedette.schema.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a package was written with, and why. */
public final class InitReport {

    private final Path onnx;
    private final Path directory;
    private final Draft draft;
    private final Trial trial;
    private final List<Guess> guesses;

    InitReport(Path onnx, Path directory, Draft draft, Trial trial, List<Guess> guesses) {
        this.onnx = onnx;
        this.directory = directory;
        this.draft = draft;
        this.trial = trial;
        this.guesses = guesses;
    }

    /** The package folder. */
    public Path directory() {
        return directory;
    }

    /** The fields of its {@code model.yaml}, in their order. */
    public List<Decision> decisions() {
        return draft.decisions();
    }

    /** Its labels, by class index. */
    public List<String> labels() {
        return draft.labels();
    }

    /** The things on the test card that it sees, with their confidence. */
    public List<String> found() {
        return trial.found();
    }

    /** What keeps the package from being used as it is; empty where nothing does. */
    public List<String> problems() {
        return trial.problems();
    }

    /** Other formats that the network might have, with the reasons. */
    public List<String> others() {
        Set<String> others = new LinkedHashSet<>();
        for (Guess guess : guesses) {
            if (guess.format() != draft.guess().format()) {
                others.add(
                        "%s (%s): %s"
                                .formatted(
                                        guess.format().key(),
                                        guess.sureness().key(),
                                        guess.reason()));
            }
        }
        return List.copyOf(others);
    }

    /** The report as a person reads it, in lines of text. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("Model package %s written for %s".formatted(directory, onnx));
        lines.add("");
        for (Decision decision : decisions()) {
            if (!decision.isOpen()) {
                lines.add(row(decision));
            }
        }
        lines.add("  %-22s %-24s".formatted("(labels)", shownLabels()));
        lines.add("");
        lines.add(
                found().isEmpty()
                        ? "It sees nothing on the test card, which shows things of COCO."
                        : "On the test card it sees: %s.".formatted(String.join(", ", found())));
        section(lines, "It might also be", others());
        section(
                lines,
                "Left to you",
                decisions().stream()
                        .filter(Decision::isOpen)
                        .map(decision -> decision.field() + ": " + decision.reason())
                        .toList());
        section(lines, "What keeps it from being used", problems());
        section(
                lines,
                "Next",
                List.of(
                        "vedette model check %s --image PICTURE".formatted(directory),
                        "vedette model eval %s --coco ANNOTATIONS --images DIR"
                                .formatted(directory)));
        return String.join("\n", lines) + "\n";
    }

    private static String row(Decision decision) {
        String value = decision.value();
        String shown = value.length() > 24 ? value.substring(0, 23) + "…" : value;
        return "  %-22s %-24s %-6s  %s"
                .formatted(decision.field(), shown, decision.sureness().key(), decision.reason());
    }

    private String shownLabels() {
        List<String> labels = labels();
        int shown = Math.min(4, labels.size());
        return "%d: %s%s"
                .formatted(
                        labels.size(),
                        String.join(", ", labels.subList(0, shown)),
                        shown < labels.size() ? ", …" : "");
    }

    private static void section(List<String> lines, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add(title);
            sentences.forEach(sentence -> lines.add("  " + sentence));
        }
    }

    /** The report as a program reads it. */
    public String json() {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("directory", directory.toString());
        root.put("format", draft.guess().format().key());
        root.set("fields", Json.mapper().valueToTree(decisions()));
        root.set("labels", Json.mapper().valueToTree(labels()));
        root.set("found", Json.mapper().valueToTree(found()));
        root.set("others", Json.mapper().valueToTree(others()));
        root.set("problems", Json.mapper().valueToTree(problems()));
        return root.toPrettyString();
    }

    @Override
    public String toString() {
        return text();
    }
}
