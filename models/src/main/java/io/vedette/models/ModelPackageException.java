package io.vedette.models;

import io.vedette.models.remote.PackageLocation;
import java.nio.file.Path;
import java.util.List;

/** A model package cannot be used; the message lists every problem that was found. */
public final class ModelPackageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_END = 500;

    private final List<String> problems;

    ModelPackageException(Path directory, List<String> problems) {
        this(directory.toString(), problems);
    }

    ModelPackageException(String place, List<String> problems) {
        super(message(place, shown(problems)));
        this.problems = shown(problems);
    }

    /** The problems, each a sentence with subject, value and rule. */
    public List<String> problems() {
        return problems;
    }

    /** The same problems of a package that people know by another place than its folder. */
    public ModelPackageException at(PackageLocation location) {
        ModelPackageException told = new ModelPackageException(location.toString(), problems);
        told.setStackTrace(getStackTrace());
        return told;
    }

    /** Packages are anybody's: their words neither flood a log nor break its lines. */
    private static List<String> shown(List<String> problems) {
        return problems.stream()
                .map(problem -> problem.replaceAll("\\p{Cntrl}+", " ").strip())
                .map(ModelPackageException::shortened)
                .toList();
    }

    private static String shortened(String problem) {
        int length = problem.length();
        return length <= 2 * MAX_END
                ? problem
                : problem.substring(0, MAX_END) + " … " + problem.substring(length - MAX_END);
    }

    private static String message(String place, List<String> problems) {
        if (problems.size() == 1) {
            return "Model package %s: %s".formatted(place, problems.get(0));
        }
        return "Model package %s has %d problems:\n  - %s"
                .formatted(place, problems.size(), String.join("\n  - ", problems));
    }
}
