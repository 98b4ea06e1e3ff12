package io.vedette.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.outputs.OutputSpec;
import io.vedette.models.outputs.Task;
import io.vedette.models.outputs.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of a package folder, which finds every problem at once. */
final class ModelYaml {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{8,64}");
    private static final int MAX_DETECTIONS = 100_000;

    private final Path directory;
    private final PackageFiles files;
    private final Findings findings = new Findings();

    ModelYaml(Path directory) {
        this.directory = directory;
        this.files = new PackageFiles(directory);
    }

    PackageReading read() {
        YamlSection yaml = new YamlSection("", document(), findings);
        String name = identifier(yaml, "name", NAME);
        String version = identifier(yaml, "version", VERSION);
        @Nullable Path file = packageFile(yaml, "file", "model.onnx");
        GraphFile graph = new GraphFile(file, findings);
        String sha256 = digest(yaml, file);
        Optional<OutputSpec> known = new OutputYaml(yaml.section("output"), findings).read();
        OutputSpec output = known.orElseGet(OutputFormat.YOLOX::output);
        requireTask(yaml, output.format());
        ModelInput input =
                new InputYaml(
                                yaml.section("input"),
                                output.format().defaults().picture(),
                                graph,
                                findings)
                        .read();
        List<String> labels = new LabelsYaml(files, findings).read(yaml, graph);
        Thresholds thresholds =
                thresholds(yaml.section("thresholds"), output.format().defaults().thresholds());
        @Nullable String licence = yaml.text("licence").orElse(null);
        yaml.rejectUnknownKeys();
        if (file == null || !findings.problems().isEmpty()) {
            throw new ModelPackageException(directory, findings.problems());
        }
        ModelPackage model =
                new ModelPackage(
                        directory,
                        name,
                        version,
                        file,
                        sha256,
                        input,
                        output,
                        labels,
                        thresholds,
                        licence);
        return new PackageReading(model, findings.inferred());
    }

    private static void requireTask(YamlSection yaml, OutputFormat format) {
        Task task = yaml.choice("task", format.task());
        if (task != format.task()) {
            yaml.problem(
                    "task",
                    "must be %s for format %s.",
                    format.task().name().toLowerCase(Locale.ROOT),
                    format.key());
        }
    }

    private JsonNode document() {
        Path file = directory.resolve(YamlDocument.FILE);
        if (!Files.isRegularFile(file)) {
            throw failed(
                    Files.isDirectory(directory)
                            ? "model.yaml is missing."
                            : "there is no such folder.");
        }
        try {
            return YamlDocument.parse(files.contents(file, YamlDocument.MAX_BYTES));
        } catch (YamlDocument.Malformed e) {
            throw failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw failed("model.yaml %s.".formatted(String.valueOf(e.getMessage())));
        }
    }

    private ModelPackageException failed(String problem) {
        return new ModelPackageException(directory, List.of(problem));
    }

    private String identifier(YamlSection yaml, String key, Pattern pattern) {
        int before = findings.problems().size();
        Optional<String> text = yaml.text(key);
        if (text.isEmpty() && findings.problems().size() == before) {
            yaml.problem(key, "is missing.");
        }
        text.filter(value -> !pattern.matcher(value).matches())
                .ifPresent(
                        value -> yaml.problem(key, "must match %s but was '%s'.", pattern, value));
        return text.orElse("");
    }

    private @Nullable Path packageFile(YamlSection yaml, String key, String fallback) {
        try {
            return files.named(yaml.text(key).orElse(fallback));
        } catch (IOException e) {
            yaml.problem(key, "%s", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private String digest(YamlSection yaml, @Nullable Path file) {
        Optional<String> expected = yaml.text("sha256").map(String::toLowerCase);
        expected.filter(value -> !DIGEST.matcher(value).matches())
                .ifPresent(
                        value ->
                                yaml.problem(
                                        "sha256",
                                        "must be 64 hex digits, or the first 8 or more of them,"
                                                + " but was '%s'.",
                                        value));
        if (file == null) {
            return "";
        }
        try {
            String actual = PackageFiles.sha256(file);
            expected.filter(DIGEST.asMatchPredicate())
                    .filter(value -> !actual.startsWith(value))
                    .ifPresent(
                            value ->
                                    yaml.problem(
                                            "sha256",
                                            "is '%s' but %s has %s; is it the right file, and"
                                                    + " complete?",
                                            value,
                                            file.getFileName(),
                                            actual));
            return actual;
        } catch (IOException e) {
            yaml.problem("file", "cannot be read: %s.", String.valueOf(e.getMessage()));
            return "";
        }
    }

    private static Thresholds thresholds(YamlSection yaml, Thresholds defaults) {
        Thresholds thresholds =
                new Thresholds(
                        yaml.fraction("confidence", defaults.confidence()),
                        yaml.fraction("iou", defaults.iou()),
                        yaml.integer("max-detections", 1, MAX_DETECTIONS, defaults.maxDetections()),
                        yaml.flag("multi-label", defaults.multiLabel()));
        yaml.rejectUnknownKeys();
        return thresholds;
    }
}
