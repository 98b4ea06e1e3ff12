package io.vedette.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** Reads tensors of any number type as 32-bit floats. */
final class OutputReader {

    private static final int MAX_NUMBERS = Integer.MAX_VALUE / Double.BYTES;

    private OutputReader() {}

    /**
     * An output of a run.
     *
     * @throws OrtException if it is no tensor, or one of more bytes than a buffer has
     */
    static OnnxTensor tensor(OrtSession.Result result, String name) throws OrtException {
        if (!(result.get(name).orElse(null) instanceof OnnxTensor tensor)) {
            throw new OrtException("output %s is no tensor".formatted(name));
        }
        if (tensor.getInfo().getNumElements() > MAX_NUMBERS) {
            throw new OrtException(
                    "output %s has %d numbers, more than the %d that can be read"
                            .formatted(name, tensor.getInfo().getNumElements(), MAX_NUMBERS));
        }
        return tensor;
    }

    /**
     * A copy of a tensor's values.
     *
     * @throws OrtException if it does not hold numbers
     */
    static FloatBuffer floats(OnnxTensor tensor) throws OrtException {
        return switch (tensor.getInfo().type) {
            case FLOAT, FLOAT16, BFLOAT16 -> tensor.getFloatBuffer();
            case DOUBLE -> {
                var values = tensor.getDoubleBuffer();
                float[] floats = new float[values.remaining()];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) values.get(i);
                }
                yield FloatBuffer.wrap(floats);
            }
            case INT64 -> floats(tensor.getLongBuffer());
            case INT32 -> floats(tensor.getIntBuffer());
            case INT16 -> floats(tensor.getShortBuffer());
            case INT8 -> floats(tensor.getByteBuffer(), ~0);
            case UINT8, BOOL -> floats(tensor.getByteBuffer(), 0xff);
            case STRING, UNKNOWN ->
                    throw new OrtException("an output of type %s".formatted(tensor.getInfo().type));
        };
    }

    private static FloatBuffer floats(LongBuffer values) {
        float[] floats = new float[values.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return FloatBuffer.wrap(floats);
    }

    private static FloatBuffer floats(IntBuffer values) {
        float[] floats = new float[values.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return FloatBuffer.wrap(floats);
    }

    private static FloatBuffer floats(ShortBuffer values) {
        float[] floats = new float[values.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return FloatBuffer.wrap(floats);
    }

    private static FloatBuffer floats(ByteBuffer values, int mask) {
        float[] floats = new float[values.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i) & mask;
        }
        return FloatBuffer.wrap(floats);
    }
}
