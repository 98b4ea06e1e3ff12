package io.vedette.models.init;

import io.vedette.models.init.GraphProbe.Probed;
import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.FormatRecognizers;
import io.vedette.models.recognition.Guess;
import io.vedette.models.recognition.Scale;
import io.vedette.models.recognition.UnknownOutputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a first package for a bare ONNX file. */
public final class ModelInit {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final String VERSION = "1";

    private final InitRequest request;
    private final String name;
    private final Path target;

    private ModelInit(InitRequest request) {
        this.request = request;
        this.name = request.name() == null ? slug(request.onnx()) : request.name();
        this.target = request.output() == null ? Path.of(name).resolve(VERSION) : request.output();
    }

    /**
     * Writes a package folder: {@code model.yaml}, the network as {@code model.onnx} and {@code
     * labels.txt}. It is complete, or not there.
     *
     * @throws InitException if none can be written; then nothing is changed
     */
    public static InitReport write(InitRequest request) {
        return new ModelInit(request).write();
    }

    private InitReport write() {
        requireFile();
        requireName();
        requireFreePlace();
        Probed probed = GraphProbe.observe(request.onnx());
        List<Guess> guesses = FormatRecognizers.recognize(probed.seen());
        if (guesses.isEmpty()) {
            throw new InitException(
                    ("The outputs are of no known format: with a picture of %s the network"
                                    + " puts out %s.%s")
                            .formatted(
                                    probed.size(),
                                    probed.seen().answer(),
                                    UnknownOutputs.hint(probed.seen())));
        }
        try (NewPackage made = NewPackage.of(request.onnx(), target)) {
            List<Decision> identity = identity(made.copyNetwork());
            Optional<Scale> scale = GraphScale.of(request.onnx(), probed.picture().tensor().name());
            Tried best = new Choice(made, identity, probed, scale).among(guesses);
            if (request.pictures() != null) {
                best = new LabelledChoice(made, identity, probed, request.pictures()).of(best);
            }
            made.describe(best.draft());
            made.moveTo(target);
            return new InitReport(request, target, best, guesses);
        } catch (IOException e) {
            throw new InitException(
                    "Package '%s' cannot be written: %s".formatted(target, reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        return "%s (%s)".formatted(e.getMessage(), e.getClass().getSimpleName());
    }

    private List<Decision> identity(String sha256) {
        String from = request.name() == null ? "the file's name" : "as given";
        return List.of(
                Decision.sure("name", YamlText.scalar(name), from),
                Decision.sure("version", '"' + VERSION + '"', ""),
                Decision.sure("sha256", '"' + sha256 + '"', ""));
    }

    private void requireFile() {
        Path onnx = request.onnx();
        if (!Files.isRegularFile(onnx)) {
            throw new InitException("File '%s' does not exist or is a folder.".formatted(onnx));
        }
        try {
            if (Files.size(onnx) == 0) {
                throw new InitException("File '%s' is empty.".formatted(onnx));
            }
        } catch (IOException e) {
            throw new InitException("File '%s' cannot be read: %s".formatted(onnx, reason(e)), e);
        }
    }

    private void requireName() {
        if (!NAME.matcher(name).matches()) {
            throw new InitException(
                    "Name '%s' must match %s; give one with '--name'.".formatted(name, NAME));
        }
    }

    private void requireFreePlace() {
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new InitException("'%s' is there and is no folder.".formatted(target));
        }
        List<String> taken = new ArrayList<>();
        for (String file : List.of(NewPackage.YAML, NewPackage.ONNX, NewPackage.LABELS)) {
            if (!request.overwrite() && isTaken(target.resolve(file))) {
                taken.add(file);
            }
        }
        if (!taken.isEmpty()) {
            throw new InitException(
                    ("Folder '%s' has %s already; replace them with '--force', or name another"
                                    + " folder with '--output'.")
                            .formatted(target, String.join(", ", taken)));
        }
    }

    private boolean isTaken(Path file) {
        try {
            return Files.exists(file) && !Files.isSameFile(file, request.onnx());
        } catch (IOException e) {
            return true;
        }
    }

    /** The file's name without its ending, made to fit the rule of names. */
    private static String slug(Path onnx) {
        String file = onnx.getFileName().toString();
        String stem = file.toLowerCase(Locale.ROOT).replaceFirst("\\.onnx$", "");
        return Stream.of(stem.split("[^a-z0-9._-]+"))
                .reduce((a, b) -> a.isEmpty() ? b : a + "-" + b)
                .orElse("")
                .replaceFirst("^[^a-z0-9]+", "");
    }
}
