package io.vedette.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the labels of a package: those of the file that it names, else of {@code labels.txt}, else
 * those that the exporter noted in the graph's metadata.
 */
final class LabelsYaml {

    static final String FILE = "labels.txt";

    /** The most that a file of labels may have; ImageNet-21k has half a megabyte. */
    static final int MAX_BYTES = 4 << 20;

    private final PackageFiles files;
    private final Findings findings;

    LabelsYaml(PackageFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    List<String> read(YamlSection yaml, GraphFile graph) {
        Optional<String> name = yaml.text("labels");
        try {
            if (name.isPresent() || files.has(FILE)) {
                return ofFile(files.named(name.orElse(FILE)));
            }
        } catch (IOException e) {
            yaml.problem("labels", "%s", String.valueOf(e.getMessage()));
            return List.of();
        }
        Optional<List<String>> noted =
                graph.signature().flatMap(signature -> MetadataLabels.of(signature.metadata()));
        noted.ifPresentOrElse(
                labels ->
                        findings.inferred(
                                "labels", labels.size() + " names", "the graph's metadata"),
                () ->
                        findings.problem(
                                "%s is missing, and the graph's metadata names no classes.", FILE));
        return noted.orElse(List.of());
    }

    /** The labels, one a line; a label that is blank or comes twice is a problem. */
    private List<String> ofFile(Path file) {
        List<String> labels = lines(file).stream().map(String::strip).toList();
        Map<String, Integer> lineOf = new HashMap<>();
        for (int line = 1; line <= labels.size(); line++) {
            String label = labels.get(line - 1);
            @Nullable Integer earlier = lineOf.putIfAbsent(label, line);
            if (label.isEmpty()) {
                findings.problem("%s line %d is blank.", file.getFileName(), line);
            } else if (earlier != null) {
                findings.problem(
                        "%s has '%s' on lines %d and %d; each label must be unique.",
                        file.getFileName(), label, earlier, line);
            }
        }
        return labels;
    }

    private List<String> lines(Path file) {
        try {
            String text = Files.readString(file).stripTrailing();
            if (text.isEmpty()) {
                findings.problem("%s has no labels.", file.getFileName());
            }
            return text.lines().toList();
        } catch (IOException e) {
            findings.problem("%s is not UTF-8 text.", file.getFileName());
            return List.of();
        }
    }
}
