package io.vedette.models.hostile;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * ONNX files that put out random numbers, in shapes that some format might take for its own: of 64
 * x 64 pixels, with the three classes of {@link io.vedette.models.TinyModel}.
 */
final class RandomNetworks {

    private static final int COUNT = 500;
    private static final long ANY = -7;
    private static final long[] COUNTS = {0, 1, 2, 7, 8, 84, 336};
    private static final int[] TYPES = {
        Graph.FLOAT, Graph.FLOAT, Graph.FLOAT, Graph.FLOAT16, Graph.INT64, Graph.UINT8, Graph.DOUBLE
    };
    private static final float[] SCALES = {1, 100, 1e30f, Float.POSITIVE_INFINITY};
    private static final String[] FUNCTIONS = {"Identity", "Sigmoid", "Abs", "Log", "Reciprocal"};

    private static final long[][] SHAPES = {
        {},
        {1},
        {ANY},
        {1, 3},
        {1, ANY},
        {ANY, 6},
        {ANY, 7},
        {ANY, 8},
        {1, ANY, 3},
        {1, ANY, 4},
        {1, ANY, 6},
        {1, ANY, 7},
        {1, ANY, 8},
        {1, 4, ANY},
        {1, 7, ANY},
        {0, ANY, 8},
        {2, ANY, 8},
        {1, 1, ANY, 7},
        {1, ANY, 1, 4},
        {1, 24, 8, 8},
        {1, 24, 4, 4},
        {1, 24, 2, 2},
        {1, 3, 8, 8, 8},
        {2, 3, ANY, ANY}
    };

    private final Random random;

    RandomNetworks(Random random) {
        this.random = random;
    }

    List<HostilePackage> all() {
        return IntStream.range(0, COUNT).mapToObj(this::one).toList();
    }

    private HostilePackage one(int number) {
        Graph graph =
                new Graph().input("images", Graph.FLOAT, random.nextBoolean() ? "n" : 1, 3, 64, 64);
        for (int outputs = 1 + random.nextInt(4); outputs > 0; outputs--) {
            addOutput(graph, outputs);
        }
        OutputFormat[] formats = OutputFormat.values();
        String format = formats[random.nextInt(formats.length)].key();
        return HostilePackage.network("random outputs " + number, graph.toBytes(), format);
    }

    private void addOutput(Graph graph, int number) {
        long[] shape = SHAPES[random.nextInt(SHAPES.length)].clone();
        Object[] declared = new Object[shape.length];
        boolean open = random.nextBoolean();
        for (int d = 0; d < shape.length; d++) {
            shape[d] = shape[d] == ANY ? COUNTS[random.nextInt(COUNTS.length)] : shape[d];
            declared[d] = open ? "d%d_%d".formatted(number, d) : (Object) shape[d];
        }
        int type = TYPES[random.nextInt(TYPES.length)];
        graph.random("random" + number, SCALES[random.nextInt(SCALES.length)], shape)
                .node(FUNCTIONS[random.nextInt(FUNCTIONS.length)], "of" + number, "random" + number)
                .node("Cast", "output" + number, "to", type, "of" + number)
                .output("output" + number, type, declared);
    }
}
