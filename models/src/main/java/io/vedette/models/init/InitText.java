package io.vedette.models.init;

import io.vedette.models.recognition.Decision;
import java.util.ArrayList;
import java.util.List;

/** Writes a report for people. */
final class InitText {

    private static final int WIDEST_VALUE = 34;
    private static final int LABELS_SHOWN = 5;

    private final InitReport report;
    private final List<String> lines = new ArrayList<>();

    InitText(InitReport report) {
        this.report = report;
    }

    String lines() {
        lines.add("Model package %s, for %s".formatted(report.directory(), report.onnx()));
        lines.add("");
        List<Decision> made =
                report.decisions().stream().filter(decision -> !decision.isOpen()).toList();
        int field = made.stream().mapToInt(d -> d.field().length()).max().orElse(0);
        int value = made.stream().mapToInt(d -> shown(d).length()).max().orElse(0);
        made.forEach(decision -> row(decision, field, value));
        section("Labels", List.of(labels()));
        section("On the test card it sees", List.of(found()));
        section("It might also be", report.others());
        section("Not told by the test card", unsettled());
        section("Left to you", open());
        section("It cannot be used yet", report.problems());
        section("Next", next());
        return String.join("\n", lines) + "\n";
    }

    private void row(Decision decision, int field, int value) {
        lines.add(
                ("  %-" + field + "s  %-" + value + "s  %-6s  %s")
                        .formatted(
                                decision.field(),
                                shown(decision),
                                decision.sureness().key(),
                                decision.reason())
                        .stripTrailing());
    }

    private static String shown(Decision decision) {
        String value = decision.value();
        return value.length() > WIDEST_VALUE ? value.substring(0, WIDEST_VALUE - 1) + "…" : value;
    }

    private String labels() {
        List<String> labels = report.labels();
        int shown = Math.min(LABELS_SHOWN, labels.size());
        return "%d: %s%s"
                .formatted(
                        labels.size(),
                        String.join(", ", labels.subList(0, shown)),
                        shown < labels.size() ? ", …" : "");
    }

    private String found() {
        return report.found().isEmpty()
                ? "nothing of the stop sign, clock, traffic light, tv and orange"
                : String.join(", ", report.found());
    }

    private List<String> open() {
        return report.decisions().stream()
                .filter(Decision::isOpen)
                .map(decision -> decision.field() + ": " + decision.reason())
                .toList();
    }

    private List<String> unsettled() {
        List<String> fields = new ArrayList<>(report.unsettled());
        if (!fields.isEmpty()) {
            fields.add(
                    "labelled pictures tell: vedette model init %s --output %s --force"
                                    .formatted(report.onnx(), report.directory())
                            + " --coco ANNOTATIONS --images DIR");
        }
        return fields;
    }

    private List<String> next() {
        return List.of(
                "vedette model check %s --image PICTURE".formatted(report.directory()),
                "vedette model eval %s --coco ANNOTATIONS --images DIR"
                        .formatted(report.directory()));
    }

    private void section(String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add(title);
            sentences.forEach(sentence -> lines.add("  " + sentence));
        }
    }
}
