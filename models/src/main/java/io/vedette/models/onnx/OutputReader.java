package io.vedette.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** Reads tensors of any number type as 32-bit floats. */
final class OutputReader {

    private OutputReader() {}

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
