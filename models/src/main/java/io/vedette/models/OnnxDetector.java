package io.vedette.models;

import ai.onnxruntime.OrtException;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import io.vedette.models.onnx.DeviceChoice;
import io.vedette.models.onnx.DeviceMemory;
import io.vedette.models.onnx.DeviceSearch;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.Preprocessing;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.DecoderContext;
import io.vedette.models.outputs.OutputDecoder;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model package run by ONNX Runtime.
 *
 * <p>What {@link #open} returns has run once and fits its package. All native memory is freed by
 * {@link #close}, and by {@code open} itself when it fails.
 */
public final class OnnxDetector implements Detector {

    private final ModelPackage model;
    private final LoadedGraph graph;
    private final OnnxSession session;
    private final GraphInputs inputs;
    private final OutputDecoder decoder;
    private final WarmUp warmUp;
    private final FrameReader reader;
    private BatchTrial trial = new BatchTrial(1, Optional.empty());
    private boolean closed;

    private OnnxDetector(
            ModelPackage model,
            LoadedGraph graph,
            GraphInputs inputs,
            OutputDecoder decoder,
            WarmUp warmUp) {
        this.model = model;
        this.graph = graph;
        this.session = graph.session();
        this.inputs = inputs;
        this.decoder = decoder;
        this.warmUp = warmUp;
        this.reader = new FrameReader(model, decoder);
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
        LoadedGraph graph = LoadedGraph.open(model, settings, device);
        try {
            OnnxDetector detector = fit(model, graph);
            detector.tryOut(settings);
            return detector;
        } catch (RuntimeException e) {
            close(model, graph.session());
            throw e;
        }
    }

    private static OnnxDetector fit(ModelPackage model, LoadedGraph loaded) {
        List<String> problems = new ArrayList<>();
        OnnxSession session = loaded.session();
        GraphSignature graph = session.signature();
        @Nullable GraphInputs inputs = GraphInputs.bind(model, loaded.input(), graph, problems);
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
        return new OnnxDetector(model, loaded, inputs, decoder, warmUp);
    }

    private void tryOut(DetectorSettings settings) {
        Device device = device().chosen();
        int wanted =
                settings.batch() == DetectorSettings.BEST_BATCH
                        ? device.preferredBatch()
                        : settings.batch();
        boolean fixed = inputs.batch() != Tensor.OPEN;
        int batch = fixed ? maxBatch() : Math.min(wanted, maxBatch());
        try {
            trial = BatchTrial.of(this, batch, device.isGpu() && !fixed);
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

    /** Where bytes become the numbers that the network computes with. */
    public Preprocessing preprocessing() {
        return graph.preprocessing();
    }

    /** What is worth knowing about how the graph runs. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(warmUp.warning().stream().toList());
        graph.hostReason()
                .ifPresent(reason -> warnings.add("pre-processing is on the host: " + reason));
        trial.warning().ifPresent(warnings::add);
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
    public int preferredBatch() {
        return trial.batch();
    }

    @Override
    public List<List<Detection>> detect(List<Frame> batch) {
        if (closed) {
            throw new DetectionException(model + " is closed.");
        }
        for (Frame frame : batch) {
            requireRaster(frame);
        }
        List<List<Detection>> answers = new ArrayList<>(batch.size());
        int step = Math.min(maxBatch(), batch.size());
        if (step == batch.size() && step > 0) {
            detectTogether(batch, answers);
            return answers;
        }
        for (int from = 0; from < batch.size(); from += step) {
            detectTogether(batch.subList(from, Math.min(batch.size(), from + step)), answers);
        }
        return answers;
    }

    private void requireRaster(Frame frame) {
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
    }

    private void detectTogether(List<Frame> frames, List<List<Detection>> answers) {
        int batch = inputs.batch() > 0 ? (int) inputs.batch() : frames.size();
        try {
            List<RawOutput> outputs = session.run(inputs.feeds(session, frames, batch), batch);
            for (int i = 0; i < frames.size(); i++) {
                answers.add(reader.read(outputs, i, frames.get(i)));
            }
        } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
            throw new DetectionException(
                    "%s does not answer for each frame of a batch of %d as format %s does: %s"
                            .formatted(model, batch, model.output().format().key(), e.getMessage()),
                    e);
        } catch (OrtException e) {
            String message =
                    "%s failed on a batch of %d: %s".formatted(model, batch, e.getMessage());
            throw DeviceMemory.isExhausted(e)
                    ? new OutOfDeviceMemoryException(message, e)
                    : new DetectionException(message, e);
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
