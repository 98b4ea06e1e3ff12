package io.vedette.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.sources.CaptureSettings;
import io.vedette.sources.VideoFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at one image or video with a model, without the rest of the system. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = "Looks at an image or a video and prints one line of JSON per frame.",
        footer = {
            "",
            "Example:",
            "  vedette detect street.mp4 --model models/yolox-nano/1 --annotate seen.mp4"
        })
final class DetectCommand implements Callable<Integer> {

    private static final int UNUSED_QUALITY = 85;
    private static final int LONGEST_ID = 63;

    @Parameters(paramLabel = "FILE", description = "An image or a video.")
    private Path file;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            required = true,
            description = ModelArguments.DESCRIPTION)
    private String model;

    @Mixin private ModelArguments models;

    @Option(
            names = "--annotate",
            paramLabel = "OUT",
            description =
                    "Also draw what was seen: into a .png or .jpg for an image, a .mp4 for a video.")
    private @Nullable Path annotated;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new UserError("File '%s' does not exist or is a folder.".formatted(file));
        }
        try (OnnxDetector detector =
                OnnxDetector.open(
                        ModelPackage.load(models.folder(model)), DetectorSettings.defaults())) {
            detect(detector);
            return ExitCode.OK;
        } catch (ModelPackageException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private void detect(OnnxDetector detector) {
        CaptureSettings capture = new CaptureSettings(detector.input(), null, UNUSED_QUALITY);
        try (VideoFile video = new VideoFile(file, cameraId(file), capture, Instant.now());
                AnnotatedFile drawing = annotated == null ? null : AnnotatedFile.to(annotated)) {
            report(new FileDetection(video, detector), video, drawing);
        } catch (IOException e) {
            throw new UserError("File '%s': %s".formatted(file, sentence(e)), e);
        }
    }

    private void report(FileDetection detection, VideoFile video, @Nullable AnnotatedFile drawing)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (FrameResult result = detection.next(); result != null; result = detection.next()) {
            out.println(new String(Json.write(result), UTF_8));
            out.flush();
            if (drawing != null) {
                drawing.add(video.pixels(), result);
            }
        }
        if (drawing != null) {
            drawing.finish();
        }
    }

    private static String sentence(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    /** The id that a file's frames carry: its name, made to fit the rule of ids. */
    static String cameraId(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String id = stem.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String short_ = id.substring(0, Math.min(id.length(), LONGEST_ID));
        return short_.isEmpty() ? "file" : short_;
    }
}
