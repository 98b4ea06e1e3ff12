package io.vedette.models.check;

import io.vedette.models.DetectionException;
import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.PackageReading;
import io.vedette.models.PackageReading.Inferred;
import io.vedette.models.StillFrame;
import io.vedette.models.inputs.ImageFile;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.schema.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tries a model package out: loads it, holds it against its graph, times it, shows it a picture.
 */
public final class ModelCheck {

    private static final int CALLS = 11;
    private static final List<Integer> BATCHES = List.of(1, 4, 8);

    private final Path directory;
    private final DetectorSettings settings;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private List<Inferred> inferred = List.of();
    private @Nullable ModelPackage model;
    private ModelReport.@Nullable Run run;
    private ModelReport.@Nullable Seen seen;

    private ModelCheck(Path directory, DetectorSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** Checks a package with the default settings; whatever is wrong with it is in the report. */
    public static ModelReport check(Path directory) {
        return check(directory, null, DetectorSettings.defaults());
    }

    /**
     * Checks a package; whatever is wrong with it is in the report.
     *
     * @param image a picture to show it; may be null
     */
    public static ModelReport check(
            Path directory, @Nullable Path image, DetectorSettings settings) {
        return new ModelCheck(directory, settings).report(image);
    }

    private ModelReport report(@Nullable Path image) {
        try {
            PackageReading reading = PackageReading.of(directory);
            model = reading.model();
            inferred = reading.inferred();
            if (reading.model().licence() == null) {
                warnings.add("'licence' is not stated; make sure that you may use the model.");
            }
            use(reading.model(), image);
        } catch (ModelPackageException e) {
            problems.addAll(e.problems());
        } catch (DetectionException | IOException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return new ModelReport(directory, model, inferred, run, seen, warnings, problems);
    }

    private void use(ModelPackage loaded, @Nullable Path image) throws IOException {
        try (OnnxDetector detector = OnnxDetector.open(loaded, settings)) {
            warnings.addAll(detector.warnings());
            run = run(detector);
            if (image != null) {
                seen = seen(detector, image);
            }
        }
    }

    private ModelReport.Run run(OnnxDetector detector) {
        SortedMap<Integer, Double> latencyMs = new TreeMap<>();
        for (int batch : BATCHES) {
            if (batch == 1 || batch <= detector.maxBatch()) {
                latencyMs.put(batch, medianMs(detector, batch));
            }
        }
        GraphSignature signature = detector.signature();
        return new ModelReport.Run(
                signature.inputs().stream().map(Object::toString).toList(),
                signature.outputs().stream().map(Object::toString).toList(),
                detector.maxBatch(),
                detector.device(),
                settings.intraOpThreads(),
                latencyMs);
    }

    private static double medianMs(Detector detector, int frames) {
        List<Frame> batch = Collections.nCopies(frames, StillFrame.blank(detector.input()));
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            detector.detect(batch);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[CALLS / 2] / 1e6;
    }

    private static ModelReport.Seen seen(Detector detector, Path file) throws IOException {
        BufferedImage picture = ImageFile.read(file);
        Frame frame = StillFrame.of(picture, detector.input());
        return new ModelReport.Seen(
                file,
                picture.getWidth(),
                picture.getHeight(),
                detector.detect(List.of(frame)).get(0));
    }
}
