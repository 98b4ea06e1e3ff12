package io.vedette.models.inputs;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;

/** Writes numbers as values of a tensor's type. */
public final class NumberWriter {

    private NumberWriter() {}

    /** Whether {@link #put} knows a type. */
    public static boolean knows(OnnxJavaType type) {
        return switch (type) {
            case FLOAT, FLOAT16, DOUBLE, INT64, INT32, INT16, INT8, UINT8, BOOL -> true;
            case BFLOAT16, STRING, UNKNOWN -> false;
        };
    }

    /** Appends a number, rounded to the nearest value of an integer type. */
    public static void put(double number, OnnxJavaType type, ByteBuffer target) {
        switch (type) {
            case FLOAT -> target.putFloat((float) number);
            case FLOAT16 -> target.putShort(Fp16Conversions.floatToFp16((float) number));
            case DOUBLE -> target.putDouble(number);
            case INT64 -> target.putLong(Math.round(number));
            case INT32 -> target.putInt((int) Math.round(number));
            case INT16 -> target.putShort((short) Math.round(number));
            case INT8, UINT8 -> target.put((byte) Math.round(number));
            case BOOL -> target.put((byte) (number == 0 ? 0 : 1));
            case BFLOAT16, STRING, UNKNOWN -> throw new IllegalArgumentException(type.name());
        }
    }
}
