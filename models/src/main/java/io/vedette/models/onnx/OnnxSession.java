package io.vedette.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loaded graph. Input and output memory, and the tensors over it, are kept between runs; memory
 * grows to the largest batch.
 *
 * <p>One thread at a time; {@link #close} frees all that is native, also after a failure.
 */
public final class OnnxSession implements AutoCloseable {

    private final OrtSession session;
    private final DeviceChoice device;
    private final GraphSignature signature;
    private final Map<String, TensorMemory> memory = new HashMap<>();
    private final List<SessionOutput> outputs = new ArrayList<>();

    /** What a run is given; all of it is kept for the next one. */
    private final Map<String, OnnxTensor> inputs = new HashMap<>();

    private final Map<String, OnnxTensor> pinned = new HashMap<>();
    private final Set<String> others = new HashSet<>();

    /** What a run has given. */
    private final List<RawOutput> answers = new ArrayList<>();

    private final List<RawOutput> shown = Collections.unmodifiableList(answers);

    /** Whether a size that was known turned out to be another, so that none is any more. */
    private boolean sizesVary;

    private boolean closed;

    private OnnxSession(OrtSession session, DeviceChoice device) throws OrtException {
        this.session = session;
        this.device = device;
        this.signature = GraphSignature.of(session);
        signature.outputs().forEach(output -> outputs.add(new SessionOutput(output)));
    }

    /**
     * Loads a graph.
     *
     * @throws OrtException if the file is no graph that can be run, or the device cannot be had
     */
    public static OnnxSession open(Path file, DetectorSettings settings) throws OrtException {
        return DeviceSearch.here().find(settings.device(), device -> open(file, settings, device));
    }

    /**
     * Loads a graph on a device that was chosen, whatever the settings ask for.
     *
     * @throws OrtException if the file is no graph that can be run, or the device cannot be had
     */
    public static OnnxSession open(Path file, DetectorSettings settings, DeviceChoice device)
            throws OrtException {
        try (SessionOptions options = options(settings, device)) {
            return own(load(file, options), device);
        }
    }

    /**
     * Loads a graph that is in memory on a device that was chosen, whatever the settings ask for.
     *
     * @param folder where weights lie that the graph has in other files
     * @throws OrtException if it is no graph that can be run, or the device cannot be had
     */
    public static OnnxSession open(
            byte[] graph, Path folder, DetectorSettings settings, DeviceChoice device)
            throws OrtException {
        try (SessionOptions options = options(settings, device)) {
            options.addConfigEntry(
                    "session.model_external_initializers_file_folder_path", folder.toString());
            return own(OrtEnvironment.getEnvironment().createSession(graph, options), device);
        }
    }

    private static SessionOptions options(DetectorSettings settings, DeviceChoice device)
            throws OrtException {
        // The providers of GPUs write to the log of the environment as soon as they are asked for.
        OrtEnvironment.getEnvironment();
        SessionOptions options = new SessionOptions();
        try {
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setInterOpNumThreads(1);
            options.setIntraOpNumThreads(settings.intraOpThreads());
            // Idle workers must not burn the cores that decode the cameras.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // A pattern is kept per input shape, and batches come in many sizes.
            options.setMemoryPatternOptimization(false);
            // Warnings are about how the file was exported, one line for each of its weights.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            ExecutionProvider.add(device.chosen(), settings, options);
            return options;
        } catch (OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }

    private static OrtSession load(Path file, SessionOptions options) throws OrtException {
        return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    }

    private static OnnxSession own(OrtSession session, DeviceChoice device) throws OrtException {
        try {
            return new OnnxSession(session, device);
        } catch (OrtException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Reads a graph's signature, without making it ready to run. */
    public static GraphSignature signatureOf(Path file) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.setIntraOpNumThreads(1);
            DeviceChoice cpu = new DeviceChoice(Device.CPU, List.of());
            try (OnnxSession session = own(load(file, options), cpu)) {
                return session.signature();
            }
        }
    }

    /** What the graph runs on. */
    public DeviceChoice device() {
        return device;
    }

    /** What goes in and comes out. */
    public GraphSignature signature() {
        return signature;
    }

    /**
     * The memory that an input's values go into, kept and used again; its contents are not cleared.
     *
     * @param size in bytes
     * @return the same buffer as long as the size is the same, from its start to its end
     * @throws OrtException if the process may not have so much
     */
    public ByteBuffer memory(String name, long size) throws OrtException {
        return memory.computeIfAbsent(name, any -> new TensorMemory()).buffer(size);
    }

    /**
     * Runs the graph.
     *
     * @param feeds the values of all its inputs
     * @param batch the size of a first dimension that the graph leaves open
     * @return the graph's outputs in its order; the list and all in it are valid until the next run
     */
    public List<RawOutput> run(List<Feed> feeds, int batch) throws OrtException {
        try {
            return runOnce(feeds, batch);
        } catch (OrtException e) {
            if (pinned.isEmpty() || DeviceMemory.isExhausted(e)) {
                throw e;
            }
            outputs.forEach(SessionOutput::unpin);
            runOnce(feeds, batch);
            sizesVary = true;
            outputs.forEach(SessionOutput::unpin);
            return shown;
        }
    }

    private List<RawOutput> runOnce(List<Feed> feeds, int batch) throws OrtException {
        answers.clear();
        List<OnnxTensor> foreign = bindInputs(feeds);
        try {
            bindOutputs(batch);
            try (OrtSession.Result result = session.run(inputs, others, pinned)) {
                read(result, batch);
                return shown;
            }
        } finally {
            foreign.forEach(OnnxTensor::close);
        }
    }

    /** Gives the inputs to the next run; answers those that lie in memory of others. */
    private List<OnnxTensor> bindInputs(List<Feed> feeds) throws OrtException {
        List<OnnxTensor> foreign = List.of();
        for (Feed feed : feeds) {
            TensorMemory own = memory.get(feed.name());
            if (own != null && own.holds(feed.bytes())) {
                inputs.put(feed.name(), own.tensor(feed.type(), feed.shape()));
            } else {
                OnnxTensor tensor = foreign(feed);
                inputs.put(feed.name(), tensor);
                foreign = foreign.isEmpty() ? new ArrayList<>() : foreign;
                foreign.add(tensor);
            }
        }
        return foreign;
    }

    private static OnnxTensor foreign(Feed feed) throws OrtException {
        return OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), feed.bytes(), feed.shape(), feed.type());
    }

    private void bindOutputs(int batch) throws OrtException {
        pinned.clear();
        others.clear();
        for (SessionOutput output : outputs) {
            if (output.isPinnable()) {
                pinned.put(output.name(), output.pin(batch));
            } else {
                others.add(output.name());
            }
        }
    }

    private void read(OrtSession.Result result, int batch) throws OrtException {
        for (SessionOutput output : outputs) {
            if (output.isPinnable()) {
                answers.add(output.pinned());
            } else {
                answers.add(output.read(OutputReader.tensor(result, output.name()), batch));
                if (sizesVary) {
                    output.unpin();
                }
            }
        }
    }

    @Override
    public void close() throws OrtException {
        if (!closed) {
            closed = true;
            outputs.forEach(SessionOutput::close);
            memory.values().forEach(TensorMemory::close);
            memory.clear();
            session.close();
        }
    }
}
