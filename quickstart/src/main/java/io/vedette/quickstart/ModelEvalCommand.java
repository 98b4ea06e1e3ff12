package io.vedette.quickstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.coco.CocoBenchmark;
import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoDetection;
import io.vedette.models.coco.CocoEvaluation;
import io.vedette.models.coco.CocoResults;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.outputs.Task;
import io.vedette.schema.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a model, or the results of one, against the annotations of a dataset. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = {
            "Scores a model by the bounding-box metric of the COCO benchmark.",
            "Detections count from confidence 0.001, suppressed above an overlap of 0.65 where the"
                    + " format needs it, at most 100 in an image."
        })
final class ModelEvalCommand implements Callable<Integer> {

    private static final int IMAGES_PER_DOT = 10;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = ModelArguments.DESCRIPTION)
    private @Nullable String model;

    @Mixin private ModelArguments models;

    @Option(
            names = "--coco",
            paramLabel = "JSON",
            required = true,
            description = "The annotations of the dataset, in the COCO format.")
    private Path annotations;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "The folder with the images of the dataset.")
    private @Nullable Path images;

    @Option(
            names = "--results",
            paramLabel = "JSON",
            description = "Score these results, in the COCO format, instead of a model.")
    private @Nullable Path results;

    @Option(
            names = "--save",
            paramLabel = "JSON",
            description = "Also write the model's detections, in the COCO format.")
    private @Nullable Path save;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            CocoDataset truth = CocoDataset.read(annotations);
            print(CocoEvaluation.evaluate(truth, detections(truth)), truth);
            return ExitCode.OK;
        } catch (IOException | ModelPackageException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private List<CocoDetection> detections(CocoDataset truth) throws IOException {
        if (results != null && model == null && images == null) {
            return CocoResults.read(results);
        }
        if (results == null && model != null && images != null) {
            return detect(models.folder(model), images, truth);
        }
        throw new ParameterException(
                spec.commandLine(), "Give DIR and '--images', or '--results' instead of both.");
    }

    private List<CocoDetection> detect(Path directory, Path folder, CocoDataset truth)
            throws IOException {
        ModelPackage loaded = ModelPackage.load(directory);
        if (loaded.task() != Task.DETECTION) {
            throw new UserError(
                    "%s puts no boxes out (format %s), and the metric is of boxes."
                            .formatted(loaded, loaded.output().format().key()));
        }
        warnOfLabelsWithoutCategory(loaded, truth);
        ModelPackage scored = loaded.withThresholds(CocoBenchmark.thresholds(loaded.thresholds()));
        try (Detector detector = OnnxDetector.open(scored, DetectorSettings.defaults())) {
            List<CocoDetection> found =
                    CocoBenchmark.detect(detector, truth, folder, this::showProgress);
            spec.commandLine().getErr().println();
            if (save != null) {
                CocoResults.write(save, found);
            }
            return found;
        }
    }

    private void warnOfLabelsWithoutCategory(ModelPackage loaded, CocoDataset truth) {
        List<String> unknown =
                loaded.labels().stream().filter(l -> !truth.categories().containsKey(l)).toList();
        if (!unknown.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%d of %d labels are no category of the dataset and do not count: %s%n",
                            unknown.size(),
                            loaded.labels().size(),
                            String.join(", ", unknown.subList(0, Math.min(5, unknown.size()))));
        }
    }

    private void showProgress(int done) {
        if (done % IMAGES_PER_DOT == 0) {
            PrintWriter err = spec.commandLine().getErr();
            err.print('.');
            err.flush();
        }
    }

    private void print(CocoEvaluation scores, CocoDataset truth) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode figures = Json.mapper().createObjectNode();
            figures.put("AP", scores.ap());
            figures.put("AP50", scores.ap50());
            figures.put("AP75", scores.ap75());
            out.println(Json.mapper().writeValueAsString(figures));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%d images, %d objects%nAP    %.3f%nAP50  %.3f%nAP75  %.3f%n",
                    truth.images().size(),
                    truth.objects().size(),
                    scores.ap(),
                    scores.ap50(),
                    scores.ap75());
        }
        out.flush();
    }
}
