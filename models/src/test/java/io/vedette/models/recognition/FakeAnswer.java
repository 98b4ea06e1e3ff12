package io.vedette.models.recognition;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.recognition.Observation.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Answers of networks that do not exist, with numbers as such networks put them out. */
final class FakeAnswer {

    static final int SIDE = 128;

    /** Cells of the strides 8, 16 and 32. */
    static final int CELLS = 16 * 16 + 8 * 8 + 4 * 4;

    private final Random random = new Random(7);
    private final List<SeenTensor> outputs = new ArrayList<>();
    private final List<Tensor> declared = new ArrayList<>();
    private final List<Tensor> inputs = new ArrayList<>();
    private Map<String, String> metadata = Map.of();

    FakeAnswer() {
        inputs.add(tensor("images", OnnxJavaType.FLOAT, 1, 3, SIDE, SIDE));
    }

    /** One number of a row, by its column. */
    interface Numbers {
        double at(int row, int column);
    }

    FakeAnswer metadata(Map<String, String> noted) {
        metadata = noted;
        return this;
    }

    FakeAnswer input(String name, long... shape) {
        inputs.add(tensor(name, OnnxJavaType.FLOAT, shape));
        return this;
    }

    /** An output {@code [1, rows, columns]}. */
    FakeAnswer rows(String name, int rows, int columns, Numbers numbers) {
        return output(name, OnnxJavaType.FLOAT, new int[] {1, rows, columns}, rows, numbers);
    }

    /** An output {@code [1, columns, rows]}. */
    FakeAnswer columns(String name, int rows, int columns, Numbers numbers) {
        Numbers turned = (row, column) -> numbers.at(column, row);
        return output(name, OnnxJavaType.FLOAT, new int[] {1, columns, rows}, columns, turned);
    }

    /** An output of any shape; the first number counts up to {@code rows}. */
    FakeAnswer output(String name, OnnxJavaType type, int[] shape, int rows, Numbers numbers) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) numbers.at(i / (size / rows), i % (size / rows));
        }
        outputs.add(new SeenTensor(name, type, shape, values));
        declared.add(tensor(name, type, Arrays.stream(shape).asLongStream().toArray()));
        return this;
    }

    Observation seen() {
        return new Observation(
                new GraphSignature(inputs, declared, "", metadata),
                new Shown(SIDE, SIDE, 3, 1),
                outputs);
    }

    private static Tensor tensor(String name, OnnxJavaType type, long... shape) {
        return new Tensor(name, type, Arrays.stream(shape).boxed().toList());
    }

    /** A number between two. */
    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** The number of a decoded box about its cell: centre x, centre y, width, height. */
    double box(int row, int column) {
        int stride = row < 256 ? 8 : row < 320 ? 16 : 32;
        int cell = row - (row < 256 ? 0 : row < 320 ? 256 : 320);
        int side = SIDE / stride;
        return switch (column) {
            case 0 -> (cell % side + between(0, 1)) * stride;
            case 1 -> (cell / side + between(0, 1)) * stride;
            default -> between(10, 60);
        };
    }

    /** The number of a decoded box about its cell: left, top, right, bottom. */
    double corners(int row, int column) {
        return column < 2 ? box(row, column) - between(5, 9) : box(row, column - 2) + between(5, 9);
    }
}
