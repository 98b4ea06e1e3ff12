package io.vedette.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** The most letters that an exporter may note them in; parsing takes time with their square. */
    static final int MAX_NOTED = 1 << 20;

    private static final int MAX_FAULTS = 10;

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
    private List<String> ofFile(Path file) throws IOException {
        List<String> labels = lines(file).stream().map(String::strip).toList();
        List<String> faults = new ArrayList<>();
        Map<String, Integer> lineOf = new HashMap<>();
        for (int line = 1; line <= labels.size(); line++) {
            String label = labels.get(line - 1);
            @Nullable Integer earlier = lineOf.putIfAbsent(label, line);
            if (label.isEmpty()) {
                faults.add("line %d is blank.".formatted(line));
            } else if (earlier != null) {
                faults.add(
                        "has '%s' on lines %d and %d; each label must be unique."
                                .formatted(label, earlier, line));
            }
        }
        faults.stream().limit(MAX_FAULTS).forEach(fault -> problem(file, fault));
        if (faults.size() > MAX_FAULTS) {
            problem(file, "has %d more such lines.".formatted(faults.size() - MAX_FAULTS));
        }
        return labels;
    }

    private List<String> lines(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(contents(file));
        try {
            String text = UTF_8.newDecoder().decode(bytes).toString().stripTrailing();
            if (text.isEmpty()) {
                problem(file, "has no labels.");
            }
            return text.lines().toList();
        } catch (CharacterCodingException e) {
            problem(file, "is not UTF-8 text.");
            return List.of();
        }
    }

    private byte[] contents(Path file) throws IOException {
        try {
            return files.contents(file, MAX_BYTES);
        } catch (IOException e) {
            throw new IOException(
                    "names '%s', which %s.".formatted(file.getFileName(), e.getMessage()), e);
        }
    }

    private void problem(Path file, String fault) {
        findings.problem("%s %s", file.getFileName(), fault);
    }
}
