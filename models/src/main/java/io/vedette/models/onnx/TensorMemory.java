package io.vedette.models.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one input or output, and the tensor over it. Both are kept from run to run: the
 * memory while it is large enough, the tensor while its shape stays.
 *
 * <p>One thread at a time. After {@link #close} no buffer and no tensor of it may be used.
 */
final class TensorMemory implements AutoCloseable {

    private final NativeMemory memory = new NativeMemory();
    private @Nullable ByteBuffer buffer;
    private @Nullable OnnxTensor tensor;
    private long[] shape = {};

    /**
     * All of a size in bytes; the same buffer as long as the size is the same.
     *
     * @throws OrtException if the process may not have so much
     */
    ByteBuffer buffer(long size) throws OrtException {
        if (buffer == null || buffer.capacity() != size) {
            forget();
            buffer = memory.buffer(size);
        }
        return buffer.clear();
    }

    /** Whether a buffer is the one that was handed out last. */
    @SuppressWarnings("ReferenceEquality") // equal contents elsewhere are not this memory
    boolean holds(ByteBuffer other) {
        return other == buffer;
    }

    /**
     * The tensor over the buffer that was handed out last.
     *
     * @throws OrtException if the buffer has another size than the shape
     */
    OnnxTensor tensor(OnnxJavaType type, long[] wanted) throws OrtException {
        OnnxTensor kept = tensor;
        if (kept != null && kept.getInfo().type == type && Arrays.equals(shape, wanted)) {
            return kept;
        }
        closeTensor();
        ByteBuffer bytes = buffer;
        if (bytes == null) {
            throw new IllegalStateException("A tensor was asked for before its memory.");
        }
        OnnxTensor made =
                OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), bytes.clear(), wanted, type);
        tensor = made;
        shape = wanted.clone();
        return made;
    }

    private void forget() {
        closeTensor();
        buffer = null;
    }

    private void closeTensor() {
        if (tensor != null) {
            tensor.close();
            tensor = null;
        }
    }

    @Override
    public void close() {
        forget();
        memory.free();
    }
}
