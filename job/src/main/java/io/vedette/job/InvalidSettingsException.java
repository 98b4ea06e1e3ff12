package io.vedette.job;

import java.util.List;

/** The job cannot be built as asked; the message lists every reason. */
public final class InvalidSettingsException extends RuntimeException {

    private final List<String> problems;

    InvalidSettingsException(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : "%d problems:\n  - %s"
                                .formatted(problems.size(), String.join("\n  - ", problems)));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
