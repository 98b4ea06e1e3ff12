package io.vedette.models.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes tensors of 64-bit integers, which a file holds as numbers or as raw bytes. */
final class Int64Tensor {

    private Int64Tensor() {}

    /** A copy of a tensor's values; empty where it is of another type. */
    static List<Long> values(TensorProto.Builder tensor) {
        if (tensor.getDataType() != TensorProto.DataType.INT64.getNumber()) {
            return List.of();
        }
        List<Long> values = new ArrayList<>(tensor.getInt64DataList());
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        while (raw.remaining() >= Long.BYTES) {
            values.add(raw.getLong());
        }
        return values;
    }

    static void set(TensorProto.Builder tensor, List<Long> values) {
        tensor.clearRawData().clearInt64Data().addAllInt64Data(values);
    }
}
