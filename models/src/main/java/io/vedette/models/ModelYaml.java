package io.vedette.models;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vedette.models.ModelInput.Layout;
import io.vedette.models.ModelPackage.Output;
import io.vedette.models.ModelPackage.Task;
import io.vedette.models.ModelPackage.Thresholds;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of a package folder, which finds every problem at once. */
final class ModelYaml {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{8,64}");
    private static final int MAX_SIDE = 16384;

    private final Path directory;
    private final PackageFiles files;
    private final List<String> problems = new ArrayList<>();

    ModelYaml(Path directory) {
        this.directory = directory;
        this.files = new PackageFiles(directory);
    }

    ModelPackage read() {
        YamlSection yaml = new YamlSection("", document(), problems);
        String name = identifier(yaml, "name", NAME);
        String version = identifier(yaml, "version", VERSION);
        Task task = yaml.choice("task", Task.DETECTION);
        @Nullable Path file = packageFile(yaml, "file", "model.onnx");
        String sha256 = digest(yaml, file);
        Output output = output(yaml.section("output"));
        ModelInput input = input(yaml.section("input"), output.format().defaults(), file);
        List<String> labels = labels(yaml);
        Thresholds thresholds =
                thresholds(yaml.section("thresholds"), output.format().defaults().thresholds());
        @Nullable String licence = yaml.text("licence").orElse(null);
        yaml.rejectUnknownKeys();
        if (file == null || !problems.isEmpty()) {
            throw new ModelPackageException(directory, problems);
        }
        return new ModelPackage(
                directory,
                name,
                version,
                task,
                file,
                sha256,
                input,
                output,
                labels,
                thresholds,
                licence);
    }

    private JsonNode document() {
        Path file = directory.resolve("model.yaml");
        if (!Files.isRegularFile(file)) {
            throw failed(
                    Files.isDirectory(directory)
                            ? "model.yaml is missing."
                            : "there is no such folder.");
        }
        try {
            JsonNode document = mapper().readTree(Files.readAllBytes(file));
            if (!document.isObject()) {
                throw failed("model.yaml must hold a mapping of keys to values.");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw failed(
                    "model.yaml line %d: %s."
                            .formatted(e.getLocation().getLineNr(), syntaxProblem(e)));
        } catch (IOException e) {
            throw failed(
                    "model.yaml cannot be read: %s.".formatted(String.valueOf(e.getMessage())));
        }
    }

    private static YAMLMapper mapper() {
        return new YAMLMapper(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    }

    private static String syntaxProblem(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("in ") && !line.startsWith("^"))
                .limit(2)
                .collect(Collectors.joining(", "));
    }

    private ModelPackageException failed(String problem) {
        return new ModelPackageException(directory, List.of(problem));
    }

    private String identifier(YamlSection yaml, String key, Pattern pattern) {
        int before = problems.size();
        Optional<String> text = yaml.text(key);
        if (text.isEmpty() && problems.size() == before) {
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

    private Output output(YamlSection yaml) {
        OutputFormat format = format(yaml);
        List<Integer> strides =
                yaml.positiveIntegers("strides", MAX_SIDE, format.defaults().strides());
        yaml.rejectUnknownKeys();
        return new Output(format, strides);
    }

    private OutputFormat format(YamlSection yaml) {
        String supported =
                Stream.of(OutputFormat.values())
                        .map(OutputFormat::key)
                        .collect(Collectors.joining(", "));
        int before = problems.size();
        Optional<String> key = yaml.text("format");
        Optional<OutputFormat> format =
                Stream.of(OutputFormat.values())
                        .filter(candidate -> key.filter(candidate.key()::equals).isPresent())
                        .findFirst();
        if (format.isEmpty() && problems.size() == before) {
            yaml.problem(
                    "format",
                    "%s; supported: %s.",
                    key.map(ModelYaml::notSupported).orElse("is missing"),
                    supported);
        }
        return format.orElse(OutputFormat.YOLOX);
    }

    private static String notSupported(String format) {
        return OutputFormat.NOT_YET.contains(format)
                ? "'%s' is not supported yet by this version".formatted(format)
                : "'%s' is not a known format".formatted(format);
    }

    private ModelInput input(
            YamlSection yaml, OutputFormat.Defaults defaults, @Nullable Path file) {
        @Nullable Integer width = yaml.integer("width", 1, MAX_SIDE);
        @Nullable Integer height = yaml.integer("height", 1, MAX_SIDE);
        ColorOrder color = yaml.choice("color", defaults.color());
        Layout layout = yaml.choice("layout", defaults.layout());
        int channels = color.channels();
        List<Float> mean =
                yaml.numbers(
                        "mean",
                        channels,
                        Double.NEGATIVE_INFINITY,
                        defaults.mean().subList(0, channels));
        List<Float> std = yaml.numbers("std", channels, 0, defaults.std().subList(0, channels));
        RasterSpec raster =
                new RasterSpec(
                        side(yaml, "width", width, layout, file),
                        side(yaml, "height", height, layout, file),
                        yaml.choice("resize", defaults.resize()),
                        yaml.choice("anchor", defaults.anchor()),
                        yaml.integer("padding", 0, 255, defaults.padding()),
                        color);
        yaml.rejectUnknownKeys();
        return new ModelInput(raster, layout, mean, std);
    }

    /** A side that the package gives, else the one that is fixed in the graph. */
    private int side(
            YamlSection yaml,
            String key,
            @Nullable Integer given,
            Layout layout,
            @Nullable Path file) {
        if (given != null) {
            return given;
        }
        if (file == null || yaml.has(key)) {
            return 1;
        }
        try {
            long side = OnnxSession.signatureOf(file).inputSide(key, layout);
            if (side >= 1 && side <= MAX_SIDE) {
                return (int) side;
            }
            yaml.problem(key, "must be given, since the graph leaves it open.");
        } catch (OrtException e) {
            yaml.problem(
                    key,
                    "is missing and cannot be taken from the graph: %s",
                    String.valueOf(e.getMessage()));
        }
        return 1;
    }

    private List<String> labels(YamlSection yaml) {
        @Nullable Path file = packageFile(yaml, "labels", "labels.txt");
        return file == null ? List.of() : files.labels(file, problems);
    }

    private static Thresholds thresholds(YamlSection yaml, Thresholds defaults) {
        Thresholds thresholds =
                new Thresholds(
                        yaml.fraction("confidence", defaults.confidence()),
                        yaml.fraction("iou", defaults.iou()),
                        yaml.integer("max-detections", 1, 100_000, defaults.maxDetections()));
        yaml.rejectUnknownKeys();
        return thresholds;
    }
}
