package io.vedette.models.check;

import io.vedette.models.BlankFrame;
import io.vedette.models.DetectionException;
import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.schema.Frame;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tries a model package out: loads it, holds it against its graph and times it. */
public final class ModelCheck {

    private static final int CALLS = 11;
    private static final int BATCH = 4;

    private ModelCheck() {}

    /** Checks a package with the default settings; whatever is wrong with it is in the report. */
    public static ModelReport check(Path directory) {
        return check(directory, DetectorSettings.defaults());
    }

    /** Checks a package; whatever is wrong with it is in the report. */
    public static ModelReport check(Path directory, DetectorSettings settings) {
        @Nullable ModelPackage model = null;
        try {
            model = ModelPackage.load(directory);
            try (OnnxDetector detector = OnnxDetector.open(model, settings)) {
                return new ModelReport(directory, model, run(detector, settings), List.of());
            }
        } catch (ModelPackageException e) {
            return new ModelReport(directory, model, null, e.problems());
        } catch (DetectionException e) {
            return new ModelReport(directory, model, null, List.of(String.valueOf(e.getMessage())));
        }
    }

    private static ModelReport.Run run(OnnxDetector detector, DetectorSettings settings) {
        SortedMap<Integer, Double> latencyMs = new TreeMap<>();
        latencyMs.put(1, medianMs(detector, 1));
        if (detector.maxBatch() >= BATCH) {
            latencyMs.put(BATCH, medianMs(detector, BATCH));
        }
        GraphSignature signature = detector.signature();
        return new ModelReport.Run(
                signature.inputs().stream().map(Object::toString).toList(),
                signature.outputs().stream().map(Object::toString).toList(),
                detector.maxBatch(),
                settings,
                latencyMs);
    }

    private static double medianMs(Detector detector, int frames) {
        List<Frame> batch = Collections.nCopies(frames, BlankFrame.of(detector.input()));
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            detector.detect(batch);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[CALLS / 2] / 1e6;
    }
}
