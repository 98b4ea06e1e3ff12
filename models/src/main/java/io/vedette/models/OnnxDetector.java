package io.vedette.models;

import ai.onnxruntime.OrtException;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model package run by ONNX Runtime.
 *
 * <p>What {@link #open} returns has run once and fits its package. All native memory is freed by
 * {@link #close}, and by {@code open} itself when it fails.
 */
public final class OnnxDetector implements Detector {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxDetector.class);

    private final ModelPackage model;
    private final OnnxSession session;
    private final OutputDecoder decoder;
    private final PixelWriter pixels;
    private final Candidates candidates = new Candidates();
    private boolean warned;
    private boolean closed;

    private OnnxDetector(ModelPackage model, OnnxSession session, OutputDecoder decoder) {
        this.model = model;
        this.session = session;
        this.decoder = decoder;
        this.pixels = new PixelWriter(model.input());
    }

    /**
     * Loads the network, holds its signature against the package and warms it up.
     *
     * @throws ModelPackageException naming everything that does not fit
     */
    public static OnnxDetector open(ModelPackage model, DetectorSettings settings) {
        OnnxSession session = load(model, settings);
        OnnxDetector detector =
                new OnnxDetector(model, session, model.output().format().decoder(model));
        try {
            detector.requireFit();
            detector.warmUp();
            return detector;
        } catch (RuntimeException e) {
            detector.close();
            throw e;
        }
    }

    private static OnnxSession load(ModelPackage model, DetectorSettings settings) {
        try {
            return OnnxSession.open(model.file(), settings);
        } catch (OrtException e) {
            throw new ModelPackageException(
                    model.directory(),
                    List.of("ONNX Runtime cannot load the graph: " + e.getMessage()));
        }
    }

    private void requireFit() {
        List<String> problems = new ArrayList<>(session.signature().inputProblems(model.input()));
        problems.addAll(decoder.problems(session.signature()));
        if (!problems.isEmpty()) {
            throw new ModelPackageException(model.directory(), problems);
        }
    }

    private void warmUp() {
        try {
            run(fixedBatch() > 0 ? fixedBatch() : 1);
        } catch (OrtException e) {
            throw new ModelPackageException(
                    model.directory(), List.of("the network fails to run: " + e.getMessage()));
        }
    }

    /** The package that this detector runs. */
    public ModelPackage model() {
        return model;
    }

    GraphSignature signature() {
        return session.signature();
    }

    @Override
    public RasterSpec input() {
        return model.rasterSpec();
    }

    @Override
    public int maxBatch() {
        return fixedBatch() > 0 ? fixedBatch() : Integer.MAX_VALUE;
    }

    private int fixedBatch() {
        return (int) session.signature().batch();
    }

    @Override
    public List<List<Detection>> detect(List<Frame> batch) {
        if (closed) {
            throw new DetectionException(model + " is closed.");
        }
        List<Raster> rasters = batch.stream().map(this::raster).toList();
        List<List<Detection>> answers = new ArrayList<>(batch.size());
        int step = Math.min(maxBatch(), batch.size());
        for (int from = 0; from < batch.size(); from += step) {
            int to = Math.min(batch.size(), from + step);
            detectTogether(batch.subList(from, to), rasters.subList(from, to), answers);
        }
        return answers;
    }

    private Raster raster(Frame frame) {
        @Nullable Raster raster = frame.raster();
        if (raster == null || !raster.fits(input())) {
            throw new DetectionException(
                    "Camera '%s': frame %d has %s but %s wants %d x %d %s."
                            .formatted(
                                    frame.camera(),
                                    frame.sequence(),
                                    raster == null ? "no raster" : "a " + raster,
                                    model,
                                    input().width(),
                                    input().height(),
                                    input().color()));
        }
        return raster;
    }

    private void detectTogether(
            List<Frame> frames, List<Raster> rasters, List<List<Detection>> answers) {
        int batch = fixedBatch() > 0 ? fixedBatch() : frames.size();
        FloatBuffer input = session.input(batch, input().size());
        for (int i = 0; i < rasters.size(); i++) {
            pixels.write(rasters.get(i), input, i * input().size());
        }
        try {
            List<RawOutput> outputs = run(batch);
            for (int i = 0; i < frames.size(); i++) {
                answers.add(read(outputs, i, frames.get(i), rasters.get(i).placement()));
            }
        } catch (OrtException e) {
            throw new DetectionException(
                    "%s failed on a batch of %d: %s".formatted(model, batch, e.getMessage()), e);
        }
    }

    private List<RawOutput> run(int batch) throws OrtException {
        RasterSpec raster = input();
        long[] shape = {batch, raster.color().channels(), raster.height(), raster.width()};
        return session.run(session.input(batch, raster.size()), shape);
    }

    private List<Detection> read(
            List<RawOutput> outputs, int index, Frame frame, Placement placement) {
        candidates.clear();
        decoder.decode(outputs, index, candidates);
        warnOfNumbersThatAreNotFinite();
        List<Detection> detections = new ArrayList<>();
        for (int i : NonMaximumSuppression.keep(candidates, model.thresholds())) {
            Box box = box(i, frame, placement);
            if (box.width() > 0 && box.height() > 0) {
                int classId = candidates.classId(i);
                String label = model.labels().get(classId);
                detections.add(new Detection(label, classId, candidates.score(i), box, null));
            }
        }
        return detections;
    }

    private void warnOfNumbersThatAreNotFinite() {
        if (!warned && candidates.notFinite() > 0) {
            warned = true;
            LOG.warn("{} puts out boxes that are not finite; they are skipped (said once).", model);
        }
    }

    private Box box(int i, Frame frame, Placement placement) {
        return Box.clipped(
                placement.sourceX(candidates.left(i)),
                placement.sourceY(candidates.top(i)),
                placement.sourceX(candidates.right(i)),
                placement.sourceY(candidates.bottom(i)),
                frame.width(),
                frame.height());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("%s cannot be closed.".formatted(model), e);
        }
    }
}
