package io.vedette.models;

import ai.onnxruntime.OrtException;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import io.vedette.models.onnx.DeviceChoice;
import io.vedette.models.onnx.DeviceSearch;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.outputs.Candidates;
import io.vedette.models.outputs.DecoderContext;
import io.vedette.models.outputs.NonMaximumSuppression;
import io.vedette.models.outputs.OutputDecoder;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.Landmark;
import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** One more than the warm-up, which a graph that always answers for two would pass. */
    private static final int TRIED_FRAMES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(OnnxDetector.class);

    private final ModelPackage model;
    private final OnnxSession session;
    private final GraphInputs inputs;
    private final OutputDecoder decoder;
    private final WarmUp warmUp;
    private final Candidates candidates;
    private final Set<String> warned = new HashSet<>();
    private boolean closed;

    private OnnxDetector(
            ModelPackage model,
            OnnxSession session,
            GraphInputs inputs,
            OutputDecoder decoder,
            WarmUp warmUp) {
        this.model = model;
        this.session = session;
        this.inputs = inputs;
        this.decoder = decoder;
        this.warmUp = warmUp;
        this.candidates = new Candidates(model.labels().size());
    }

    /**
     * Loads the network, holds it against the package and warms it up. With {@link Device#AUTO} all
     * of that is tried on one device after another.
     *
     * @throws ModelPackageException naming everything that does not fit
     */
    public static OnnxDetector open(ModelPackage model, DetectorSettings settings) {
        try {
            return DeviceSearch.here()
                    .find(settings.device(), device -> open(model, settings, device));
        } catch (OrtException e) {
            throw new ModelPackageException(
                    model.directory(),
                    List.of("ONNX Runtime cannot load the graph: " + e.getMessage()));
        }
    }

    private static OnnxDetector open(
            ModelPackage model, DetectorSettings settings, DeviceChoice device)
            throws OrtException {
        OnnxSession session = OnnxSession.open(model.file(), settings, device);
        try {
            return fit(model, session);
        } catch (RuntimeException e) {
            close(model, session);
            throw e;
        }
    }

    private static OnnxDetector fit(ModelPackage model, OnnxSession session) {
        List<String> problems = new ArrayList<>();
        GraphSignature graph = session.signature();
        @Nullable GraphInputs inputs = GraphInputs.bind(model, graph, problems);
        @Nullable WarmUp warmUp =
                inputs == null ? null : WarmUp.run(model, session, inputs, problems);
        DecoderContext context =
                new DecoderContext(
                        model.output(),
                        model.rasterSpec(),
                        model.labels().size(),
                        model.thresholds(),
                        warmUp == null ? graph.outputs() : warmUp.outputs());
        OutputDecoder decoder = model.output().format().decoder(context);
        problems.addAll(context.problems());
        if (inputs != null && inputs.batch() > decoder.maxBatch()) {
            problems.add(
                    "the graph fixes a batch of %d, whose frames its outputs do not tell apart."
                            .formatted(inputs.batch()));
        }
        if (inputs == null || warmUp == null || !problems.isEmpty()) {
            throw new ModelPackageException(model.directory(), problems);
        }
        OnnxDetector detector = new OnnxDetector(model, session, inputs, decoder, warmUp);
        detector.tryOut();
        return detector;
    }

    /** Shows that every frame of a batch finds its answer in the outputs. */
    private void tryOut() {
        try {
            detect(
                    Collections.nCopies(
                            Math.min(TRIED_FRAMES, maxBatch()), StillFrame.blank(input())));
        } catch (DetectionException e) {
            throw new ModelPackageException(
                    model.directory(), List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The package that this detector runs. */
    public ModelPackage model() {
        return model;
    }

    /** What goes into the graph and comes out of it. */
    public GraphSignature signature() {
        return session.signature();
    }

    /** What the network runs on. */
    public DeviceChoice device() {
        return session.device();
    }

    /** What is worth knowing about how the graph runs. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(warmUp.warning().stream().toList());
        if (warmUp.batchLimit() > decoder.maxBatch()) {
            warnings.add(
                    "the outputs do not tell frames apart, so the graph is given one at a time.");
        }
        return warnings;
    }

    @Override
    public RasterSpec input() {
        return model.rasterSpec();
    }

    @Override
    public int maxBatch() {
        return Math.min(warmUp.batchLimit(), decoder.maxBatch());
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
        int batch = inputs.batch() > 0 ? (int) inputs.batch() : frames.size();
        try {
            List<RawOutput> outputs =
                    session.run(inputs.feeds(session, frames, rasters, batch), batch);
            for (int i = 0; i < frames.size(); i++) {
                answers.add(read(outputs, i, frames.get(i), rasters.get(i).placement()));
            }
        } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
            throw new DetectionException(
                    "%s does not answer for each frame of a batch of %d as format %s does: %s"
                            .formatted(model, batch, model.output().format().key(), e.getMessage()),
                    e);
        } catch (OrtException e) {
            throw new DetectionException(
                    "%s failed on a batch of %d: %s".formatted(model, batch, e.getMessage()), e);
        }
    }

    private List<Detection> read(
            List<RawOutput> outputs, int index, Frame frame, Placement placement) {
        candidates.clear();
        decoder.decode(outputs, index, candidates);
        warnOnce(candidates.notFinite(), "that are not finite");
        warnOnce(candidates.unlabelled(), "of a class without a label");
        SourcePixels source = new SourcePixels(model.output().units(), frame, placement);
        List<Detection> detections = new ArrayList<>();
        for (int i : NonMaximumSuppression.keep(candidates, model.thresholds())) {
            Box box = source.box(candidates, i);
            if (box.width() > 0 && box.height() > 0) {
                int classId = candidates.classId(i);
                String label = model.labels().get(classId);
                float score = candidates.score(i);
                List<Landmark> landmarks = source.landmarks(candidates, i);
                detections.add(new Detection(label, classId, score, box, null, landmarks));
            }
        }
        return detections;
    }

    private void warnOnce(long skipped, String which) {
        if (skipped > 0 && warned.add(which)) {
            LOG.warn("{} puts out boxes {}; they are skipped (said once).", model, which);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            close(model, session);
        }
    }

    private static void close(ModelPackage model, OnnxSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("%s cannot be closed.".formatted(model), e);
        }
    }
}
