package io.vedette.models.init;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.models.outputs.Task;
import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.Guess;
import io.vedette.models.recognition.Sureness;
import io.vedette.schema.Json;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a package was written with, and why. */
public final class InitReport {

    /** What labelled pictures tell. */
    private static final List<String> OPEN = List.of("input.resize", "input.anchor", "input.color");

    private final Path onnx;
    private final boolean settled;
    private final Path directory;
    private final Draft draft;
    private final Trial trial;
    private final List<Guess> guesses;

    InitReport(InitRequest request, Path directory, Tried kept, List<Guess> guesses) {
        this.onnx = request.onnx();
        this.settled = request.pictures() != null;
        this.directory = directory;
        this.draft = kept.draft();
        this.trial = kept.trial();
        this.guesses = guesses;
    }

    /** The network that it is for. */
    public Path onnx() {
        return onnx;
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

    /**
     * Fields that neither the file nor the test card told, and other values of which may be right.
     */
    public List<String> unsettled() {
        return draft.guess().format().task() == Task.DETECTION && !settled
                ? draft.decisions().stream()
                        .filter(decision -> OPEN.contains(decision.field()))
                        .filter(decision -> decision.sureness() != Sureness.SURE)
                        .map(decision -> decision.field() + ": " + decision.value())
                        .toList()
                : List.of();
    }

    /** Other formats that the network might have, with the reasons; none where this one is sure. */
    public List<String> others() {
        Set<String> others = new LinkedHashSet<>();
        for (Guess guess : guesses) {
            if (guess.format() != draft.guess().format() && !trial.proves()) {
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
        return new InitText(this).lines();
    }

    /** The report as a program reads it. */
    public String json() {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("directory", directory.toString());
        root.put("format", draft.guess().format().key());
        ArrayNode fields = root.putArray("fields");
        for (Decision decision : decisions()) {
            ObjectNode field = fields.addObject();
            field.put("field", decision.field());
            field.put("value", decision.isOpen() ? null : decision.value());
            field.put("sureness", decision.sureness().key());
            field.put("reason", decision.reason());
        }
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
