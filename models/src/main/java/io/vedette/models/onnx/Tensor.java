package io.vedette.models.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One input or output of a graph.
 *
 * @param shape its dimensions, {@link #OPEN} where the graph fixes none
 */
public record Tensor(String name, OnnxJavaType type, List<Long> shape) {

    /** An open dimension. */
    public static final long OPEN = -1;

    public Tensor {
        shape = List.copyOf(shape);
    }

    public int rank() {
        return shape.size();
    }

    /** A dimension; {@link #OPEN} where the graph fixes none. */
    public long size(int dimension) {
        return shape.get(dimension);
    }

    /** Whether its numbers need not be whole. */
    public boolean isFractional() {
        return switch (type) {
            case FLOAT, FLOAT16, BFLOAT16, DOUBLE -> true;
            default -> false;
        };
    }

    /** Whether a dimension is there, and is the wanted one or open. */
    public boolean fits(int dimension, long wanted) {
        return dimension < rank() && (size(dimension) == OPEN || size(dimension) == wanted);
    }

    /** The same tensor as it came out of a run. */
    public Tensor withShape(long[] seen) {
        return new Tensor(name, type, Arrays.stream(seen).boxed().toList());
    }

    /** The shape for a batch; still open where more than the batch dimension is. */
    long[] shapeFor(int batch) {
        long[] concrete = shape.stream().mapToLong(Long::longValue).toArray();
        if (concrete.length > 0 && concrete[0] == OPEN) {
            concrete[0] = batch;
        }
        return concrete;
    }

    @Override
    public String toString() {
        String dimensions =
                shape.stream()
                        .map(d -> d == OPEN ? "?" : d.toString())
                        .collect(Collectors.joining(", ", "[", "]"));
        return name + ": " + type.name().toLowerCase(Locale.ROOT) + dimensions;
    }

    /** Tensors as they are shown in one line. */
    public static String listed(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::toString).collect(Collectors.joining("; "));
    }
}
