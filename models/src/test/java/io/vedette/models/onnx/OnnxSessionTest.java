package io.vedette.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph of one node that makes as many ones as it is told to. */
final class OnnxSessionTest {

    private static final long TERABYTES = 1L << 44;

    @TempDir Path folder;

    @Test
    void aRunThatNeedsMoreMemoryThanThereIsIsToldAndTheNextOneWorks() throws OrtException {
        try (OnnxSession session = open()) {
            OrtException failure =
                    catchThrowableOfType(OrtException.class, () -> ones(session, TERABYTES));

            assertThat(DeviceMemory.isExhausted(failure)).as(failure.getMessage()).isTrue();
            assertThat(ones(session, 3).shape()).containsExactly(3);
        }
    }

    @Test
    void anOutputWhoseSizeChangesIsReadEveryTime() throws OrtException {
        try (OnnxSession session = open()) {
            for (int size : new int[] {1, 1, 4, 2, 2, 7}) {
                RawOutput output = ones(session, size);

                assertThat(output.shape()).containsExactly(size);
                assertThat(output.values().limit()).isEqualTo(size);
            }
        }
    }

    @Test
    void memoryIsTheSameWhileItsSizeIs() throws OrtException {
        try (OnnxSession session = open()) {
            ByteBuffer first = session.memory("size", 8);

            assertThat(session.memory("size", 8)).isSameAs(first);
            assertThat(session.memory("size", 16)).isNotSameAs(first);
            assertThat(session.memory("size", 16).remaining()).isEqualTo(16);
        }
    }

    private static RawOutput ones(OnnxSession session, long size) throws OrtException {
        ByteBuffer memory = session.memory("size", Long.BYTES).putLong(0, size);
        Feed feed = new Feed("size", OnnxJavaType.INT64, new long[] {1}, memory);
        return session.run(List.of(feed), 1).get(0);
    }

    private OnnxSession open() throws OrtException {
        DeviceChoice cpu = new DeviceChoice(Device.CPU, List.of());
        return OnnxSession.open(graph(), folder, DetectorSettings.defaults(), cpu);
    }

    private static byte[] graph() {
        TensorProto one =
                TensorProto.newBuilder()
                        .setDataType(DataType.FLOAT.getNumber())
                        .addDims(1)
                        .addFloatData(1)
                        .build();
        NodeProto.Builder node =
                NodeProto.newBuilder()
                        .setOpType("ConstantOfShape")
                        .addInput("size")
                        .addOutput("ones")
                        .addAttribute(
                                AttributeProto.newBuilder()
                                        .setName("value")
                                        .setType(AttributeProto.AttributeType.TENSOR)
                                        .setT(one));
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11))
                .setGraph(
                        GraphProto.newBuilder()
                                .setName("ones")
                                .addInput(
                                        value(
                                                "size",
                                                DataType.INT64,
                                                Dimension.newBuilder().setDimValue(1)))
                                .addOutput(
                                        value(
                                                "ones",
                                                DataType.FLOAT,
                                                Dimension.newBuilder().setDimParam("n")))
                                .addNode(node))
                .build()
                .toByteArray();
    }

    private static ValueInfoProto value(String name, DataType type, Dimension.Builder size) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(type.getNumber())
                                                .setShape(
                                                        TensorShapeProto.newBuilder()
                                                                .addDim(size))))
                .build();
    }
}
