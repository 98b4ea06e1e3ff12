package io.vedette.models;

import java.nio.file.Path;
import java.util.List;

/** A model package cannot be used; the message lists every problem that was found. */
public final class ModelPackageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    ModelPackageException(Path directory, List<String> problems) {
        super(message(directory, problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, each a sentence with subject, value and rule. */
    public List<String> problems() {
        return problems;
    }

    private static String message(Path directory, List<String> problems) {
        if (problems.size() == 1) {
            return "Model package %s: %s".formatted(directory, problems.get(0));
        }
        return "Model package %s has %d problems:\n  - %s"
                .formatted(directory, problems.size(), String.join("\n  - ", problems));
    }
}
