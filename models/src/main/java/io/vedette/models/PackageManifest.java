package io.vedette.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What must be known of a package to fetch its files.
 *
 * @param network the path of the ONNX file within the package
 * @param sha256 of the ONNX file, 64 lower-case hex digits
 * @param labels the path of the labels within the package
 * @param labelsAreNamed whether the package names them, so that they must be there
 */
record PackageManifest(Path network, String sha256, Path labels, boolean labelsAreNamed) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Path YAML = Path.of(YamlDocument.FILE);
    private static final Path NOWHERE = Path.of("");

    /** Reads it from a {@code model.yaml}; what is wrong is noted. */
    static PackageManifest of(JsonNode document, Findings findings) {
        YamlSection yaml = new YamlSection("", document, findings);
        Optional<String> labels = yaml.text("labels");
        PackageManifest manifest =
                new PackageManifest(
                        path(yaml, "file", yaml.text("file").orElse("model.onnx")),
                        digest(yaml),
                        path(yaml, "labels", labels.orElse(LabelsYaml.FILE)),
                        labels.isPresent());
        if (findings.problems().isEmpty() && manifest.overlaps()) {
            findings.problem("'file', 'labels' and model.yaml must be three files.");
        }
        return manifest;
    }

    private boolean overlaps() {
        List<Path> files = List.of(network, labels, YAML);
        return files.stream()
                .anyMatch(one -> files.stream().anyMatch(f -> f != one && f.startsWith(one)));
    }

    private static Path path(YamlSection yaml, String key, String name) {
        try {
            return PackageFiles.inside(name);
        } catch (IOException e) {
            yaml.problem(key, "%s", String.valueOf(e.getMessage()));
            return NOWHERE;
        }
    }

    private static String digest(YamlSection yaml) {
        if (!yaml.has("sha256")) {
            yaml.problem(
                    "sha256",
                    "is missing; a package that is fetched must give the digest of its ONNX file,"
                            + " 64 hex digits.");
        }
        Optional<String> digest = yaml.text("sha256");
        digest.filter(value -> !DIGEST.matcher(value).matches())
                .ifPresent(
                        value ->
                                yaml.problem(
                                        "sha256",
                                        "must be all 64 hex digits in a package that is fetched but"
                                                + " was '%s'.",
                                        value));
        return digest.orElse("").toLowerCase(Locale.ROOT);
    }
}
