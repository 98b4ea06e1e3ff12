package io.vedette.models.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One output of a graph. Once a run has shown that its size is what the graph declares, memory of
 * ours takes it, and a run allocates nothing for it.
 */
final class SessionOutput implements AutoCloseable {

    private final Tensor declared;
    private final TensorMemory memory = new TensorMemory();
    private @Nullable OnnxTensor pinned;
    private @Nullable RawOutput raw;
    private boolean pinnable;
    private int batch;

    SessionOutput(Tensor declared) {
        this.declared = declared;
    }

    String name() {
        return declared.name();
    }

    /** Whether the next run may put it into memory of ours. */
    boolean isPinnable() {
        return pinnable;
    }

    /** Lets the library allocate it again. */
    void unpin() {
        pinnable = false;
    }

    /** Memory of ours for a batch. */
    OnnxTensor pin(int frames) throws OrtException {
        if (pinned == null || batch != frames) {
            raw = null;
            pinned = null;
            long[] shape = declared.shapeFor(frames);
            memory.buffer(bytes(shape));
            pinned = memory.tensor(declared.type(), shape);
            batch = frames;
        }
        return pinned;
    }

    /** What a run has put into memory of ours. */
    RawOutput pinned() throws OrtException {
        RawOutput output = raw;
        if (output == null) {
            long[] shape = declared.shapeFor(batch);
            output = new RawOutput(name(), shape, floats(bytes()));
            raw = output;
        }
        if (declared.type() == OnnxJavaType.FLOAT16) {
            widen(bytes().asShortBuffer(), output.values());
        }
        return output;
    }

    private ByteBuffer bytes() throws OrtException {
        return memory.buffer(bytes(declared.shapeFor(batch)));
    }

    /** What a run has put elsewhere; from then on it is pinnable if its size is known before. */
    RawOutput read(OnnxTensor tensor, int frames) throws OrtException {
        long[] shape = tensor.getInfo().getShape();
        boolean isKnown = Arrays.equals(shape, declared.shapeFor(frames));
        pinnable = isKnown && isPlain(declared.type());
        return new RawOutput(name(), shape, OutputReader.floats(tensor));
    }

    private static boolean isPlain(OnnxJavaType type) {
        return type == OnnxJavaType.FLOAT || type == OnnxJavaType.FLOAT16;
    }

    private FloatBuffer floats(ByteBuffer bytes) {
        return declared.type() == OnnxJavaType.FLOAT
                ? bytes.asFloatBuffer()
                : FloatBuffer.allocate(bytes.capacity() / Short.BYTES);
    }

    private static void widen(ShortBuffer halves, FloatBuffer floats) {
        for (int i = 0; i < floats.capacity(); i++) {
            floats.put(i, Fp16Conversions.fp16ToFloat(halves.get(i)));
        }
    }

    private long bytes(long[] shape) {
        long bytes = declared.type().size;
        for (long dimension : shape) {
            bytes = Math.multiplyExact(bytes, dimension);
        }
        return bytes;
    }

    @Override
    public void close() {
        memory.close();
    }
}
