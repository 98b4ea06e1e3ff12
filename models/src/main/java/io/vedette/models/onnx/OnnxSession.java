package io.vedette.models.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loaded graph. Input and output memory is kept between runs and grows to the largest batch.
 *
 * <p>One thread at a time; {@link #close} frees all that is native, also after a failure.
 */
public final class OnnxSession implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final DeviceChoice device;
    private final GraphSignature signature;
    private final Map<String, NativeMemory> memory = new HashMap<>();

    /** Outputs whose size is known before a run, as a run has shown: memory of ours takes them. */
    private final Set<String> pinnable = new HashSet<>();

    /** Whether a size that was known turned out to be another, so that none is any more. */
    private boolean sizesVary;

    private boolean closed;

    private OnnxSession(OrtSession session, DeviceChoice device) throws OrtException {
        this.session = session;
        this.device = device;
        this.signature = GraphSignature.of(session);
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
        try (SessionOptions options = new SessionOptions()) {
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setInterOpNumThreads(1);
            options.setIntraOpNumThreads(settings.intraOpThreads());
            // Idle workers must not burn the cores that decode the cameras.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // A pattern is kept per input shape, and batches come in many sizes.
            options.setMemoryPatternOptimization(false);
            ExecutionProvider.add(device.chosen(), settings.gpu(), options);
            return own(load(file, options), device);
        }
    }

    private static OrtSession load(Path file, SessionOptions options) throws OrtException {
        // Warnings are about how the file was exported, one line for each of its weights.
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
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
     */
    public ByteBuffer memory(String name, long size) {
        return memory.computeIfAbsent(name, any -> new NativeMemory())
                .buffer(Math.toIntExact(size));
    }

    /**
     * Runs the graph.
     *
     * @param feeds the values of all its inputs
     * @param batch the size of a first dimension that the graph leaves open
     * @return the graph's outputs in its order; valid until the next run
     */
    public List<RawOutput> run(List<Feed> feeds, int batch) throws OrtException {
        if (pinnable.isEmpty()) {
            return runOnce(feeds, batch);
        }
        try {
            return runOnce(feeds, batch);
        } catch (OrtException e) {
            pinnable.clear();
            List<RawOutput> outputs = runOnce(feeds, batch);
            sizesVary = true;
            pinnable.clear();
            return outputs;
        }
    }

    private List<RawOutput> runOnce(List<Feed> feeds, int batch) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        Map<String, OnnxTensor> pinned = new HashMap<>();
        Set<String> others = new HashSet<>();
        try {
            for (Feed feed : feeds) {
                inputs.put(feed.name(), tensor(feed));
            }
            for (Tensor output : signature.outputs()) {
                if (pinnable.contains(output.name())) {
                    pinned.put(output.name(), pin(output, batch));
                } else {
                    others.add(output.name());
                }
            }
            try (OrtSession.Result result = session.run(inputs, others, pinned)) {
                return outputs(result, pinned, batch);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
            pinned.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(Feed feed) throws OrtException {
        return OnnxTensor.createTensor(environment, feed.bytes(), feed.shape(), feed.type());
    }

    private List<RawOutput> outputs(
            OrtSession.Result result, Map<String, OnnxTensor> pinned, int batch)
            throws OrtException {
        List<RawOutput> outputs = new ArrayList<>();
        for (Tensor declared : signature.outputs()) {
            OnnxTensor tensor = OutputReader.tensor(result, declared.name());
            long[] shape = tensor.getInfo().getShape();
            boolean ours = pinned.containsKey(declared.name());
            FloatBuffer values = ours ? memory(declared, shape) : OutputReader.floats(tensor);
            outputs.add(new RawOutput(declared.name(), shape, values));
            if (!sizesVary
                    && declared.type() == OnnxJavaType.FLOAT
                    && Arrays.equals(shape, declared.shapeFor(batch))) {
                pinnable.add(declared.name());
            }
        }
        return outputs;
    }

    private OnnxTensor pin(Tensor output, int batch) throws OrtException {
        long[] shape = output.shapeFor(batch);
        return OnnxTensor.createTensor(environment, memory(output, shape), shape);
    }

    private FloatBuffer memory(Tensor output, long[] shape) {
        long bytes = Float.BYTES;
        for (long dimension : shape) {
            bytes = Math.multiplyExact(bytes, dimension);
        }
        return memory(output.name(), bytes).asFloatBuffer();
    }

    @Override
    public void close() throws OrtException {
        if (!closed) {
            closed = true;
            memory.values().forEach(NativeMemory::free);
            memory.clear();
            session.close();
        }
    }
}
