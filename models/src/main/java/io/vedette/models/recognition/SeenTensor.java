package io.vedette.models.recognition;

import ai.onnxruntime.OnnxJavaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An output of a graph as a run of one picture showed it.
 *
 * @param shape its dimensions in that run
 * @param values row-major; empty where it has none
 */
public record SeenTensor(String name, OnnxJavaType type, int[] shape, float[] values) {

    public int rank() {
        return shape.length;
    }

    /** A dimension; negative ones count from the end. */
    public int size(int dimension) {
        return shape[dimension < 0 ? shape.length + dimension : dimension];
    }

    /** Whether its type holds whole numbers only. */
    public boolean isOfIntegers() {
        return switch (type) {
            case INT8, INT16, INT32, INT64, UINT8, BOOL -> true;
            default -> false;
        };
    }

    /** Whether its name has one of some lower-case words in it. */
    public boolean isNamed(String... words) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(words).anyMatch(lower::contains);
    }

    /** All values as one column. */
    Column all() {
        return Column.of(values, 0, 1, values.length);
    }

    @Override
    public String toString() {
        String dimensions =
                Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
        return dimensions.isEmpty() ? name : name + " " + dimensions;
    }
}
