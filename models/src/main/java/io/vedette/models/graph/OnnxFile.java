package io.vedette.models.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxJavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import io.vedette.models.onnx.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The graph of a file, as it is written there: nothing of it is run or checked. */
public final class OnnxFile {

    private static final long MAX_BYTES = 1L << 30;

    private final ModelProto model;

    private OnnxFile(ModelProto model) {
        this.model = model;
    }

    /**
     * Reads a file.
     *
     * @throws GraphChangeException if it is no ONNX file, or of more than a gigabyte
     * @throws IOException if it cannot be read
     */
    public static OnnxFile read(Path file) throws IOException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new GraphChangeException(
                        "%s is larger than %d bytes.".formatted(file, MAX_BYTES));
            }
            return new OnnxFile(ModelProto.parseFrom(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new IOException("%s does not exist.".formatted(file), e);
        } catch (InvalidProtocolBufferException e) {
            throw new GraphChangeException("%s is no ONNX file.".formatted(file), e);
        }
    }

    ModelProto model() {
        return model;
    }

    /** What goes in, without the weights that old files list too. */
    public List<Tensor> inputs() {
        Set<String> weights =
                model.getGraph().getInitializerList().stream()
                        .map(TensorProto::getName)
                        .collect(Collectors.toSet());
        return model.getGraph().getInputList().stream()
                .filter(input -> !weights.contains(input.getName()))
                .map(OnnxFile::tensor)
                .toList();
    }

    private static Tensor tensor(ValueInfoProto value) {
        TypeProto.Tensor type = value.getType().getTensorType();
        List<Long> shape = type.getShape().getDimList().stream().map(OnnxFile::size).toList();
        return new Tensor(value.getName(), type(type.getElemType()), shape);
    }

    private static long size(Dimension dimension) {
        return dimension.hasDimValue() ? dimension.getDimValue() : Tensor.OPEN;
    }

    private static OnnxJavaType type(int number) {
        TensorProto.DataType type = TensorProto.DataType.forNumber(number);
        return switch (type == null ? TensorProto.DataType.UNDEFINED : type) {
            case FLOAT -> OnnxJavaType.FLOAT;
            case FLOAT16 -> OnnxJavaType.FLOAT16;
            case UINT8 -> OnnxJavaType.UINT8;
            case INT8 -> OnnxJavaType.INT8;
            case DOUBLE -> OnnxJavaType.DOUBLE;
            case INT32 -> OnnxJavaType.INT32;
            case INT64 -> OnnxJavaType.INT64;
            case BOOL -> OnnxJavaType.BOOL;
            default -> OnnxJavaType.UNKNOWN;
        };
    }
}
