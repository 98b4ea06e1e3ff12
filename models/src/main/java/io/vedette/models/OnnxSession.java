package io.vedette.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.vedette.models.GraphSignature.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
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
final class OnnxSession implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final GraphSignature signature;
    private final Map<String, FloatBuffer> buffers = new HashMap<>();
    private boolean closed;

    private OnnxSession(Path file, SessionOptions options) throws OrtException {
        // Warnings are about how the file was exported, one line for each of its weights.
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        session = environment.createSession(file.toString(), options);
        signature = GraphSignature.of(session);
    }

    static OnnxSession open(Path file, DetectorSettings settings) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setInterOpNumThreads(1);
            options.setIntraOpNumThreads(settings.intraOpThreads());
            // Idle workers must not burn the cores that decode the cameras.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // A pattern is kept per input shape, and batches come in many sizes.
            options.setMemoryPatternOptimization(false);
            settings.device().configure(options);
            return new OnnxSession(file, options);
        }
    }

    /** Reads a graph's signature, without making it ready to run. */
    static GraphSignature signatureOf(Path file) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            options.setIntraOpNumThreads(1);
            try (OnnxSession session = new OnnxSession(file, options)) {
                return session.signature();
            }
        }
    }

    GraphSignature signature() {
        return signature;
    }

    /** The memory that {@link #run} reads a batch from. */
    FloatBuffer input(int batch, int floatsPerFrame) {
        return buffer(signature.inputs().get(0).name(), Math.multiplyExact(batch, floatsPerFrame));
    }

    /**
     * Runs the graph on what {@link #input} holds.
     *
     * @param shape of the input, batch first
     * @return the graph's outputs in its order; valid until the next run
     */
    List<RawOutput> run(FloatBuffer input, long[] shape) throws OrtException {
        int batch = (int) shape[0];
        Map<String, OnnxTensor> pinned = new HashMap<>();
        Set<String> others = new HashSet<>();
        try (OnnxTensor in = OnnxTensor.createTensor(environment, input, shape)) {
            for (Tensor output : signature.outputs()) {
                long[] known = output.shapeFor(batch);
                if (GraphSignature.isKnown(known)) {
                    pinned.put(output.name(), pin(output.name(), known));
                } else {
                    others.add(output.name());
                }
            }
            Map<String, OnnxTensor> inputs = Map.of(signature.inputs().get(0).name(), in);
            try (OrtSession.Result result = session.run(inputs, others, pinned)) {
                return outputs(result, pinned);
            }
        } finally {
            pinned.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor pin(String name, long[] shape) throws OrtException {
        long size = 1;
        for (long dimension : shape) {
            size = Math.multiplyExact(size, dimension);
        }
        return OnnxTensor.createTensor(environment, buffer(name, Math.toIntExact(size)), shape);
    }

    private List<RawOutput> outputs(OrtSession.Result result, Map<String, OnnxTensor> pinned) {
        List<RawOutput> outputs = new ArrayList<>();
        for (Tensor declared : signature.outputs()) {
            OnnxTensor tensor = (OnnxTensor) result.get(declared.name()).orElseThrow();
            long[] shape = tensor.getInfo().getShape();
            FloatBuffer values =
                    pinned.containsKey(declared.name())
                            ? buffer(declared.name(), (int) tensor.getInfo().getNumElements())
                            : tensor.getFloatBuffer();
            outputs.add(new RawOutput(declared.name(), shape, values));
        }
        return outputs;
    }

    private FloatBuffer buffer(String name, int floats) {
        FloatBuffer kept = buffers.get(name);
        if (kept == null || kept.capacity() < floats) {
            kept =
                    ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
            buffers.put(name, kept);
        }
        return kept.slice(0, floats);
    }

    @Override
    public void close() throws OrtException {
        if (!closed) {
            closed = true;
            session.close();
            buffers.clear();
        }
    }
}
