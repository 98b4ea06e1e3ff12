package io.vedette.models.hostile;

/**
 * Builds ONNX files of a few nodes (field numbers of onnx.proto). Nothing holds them to any rule.
 */
final class Graph {

    static final int FLOAT = 1;
    static final int UINT8 = 2;
    static final int FLOAT16 = 10;
    static final int INT64 = 7;
    static final int STRING = 8;
    static final int DOUBLE = 11;

    private final ProtoWriter graph = new ProtoWriter().text(2, "hostile");
    private final ProtoWriter model =
            new ProtoWriter().number(1, 8).message(8, new ProtoWriter().number(2, 17));

    Graph input(String name, int type, Object... shape) {
        graph.message(11, value(name, tensorType(type, shape)));
        return this;
    }

    Graph output(String name, int type, Object... shape) {
        graph.message(12, value(name, tensorType(type, shape)));
        return this;
    }

    /** An output that is a list of tensors. */
    Graph sequenceOutput(String name) {
        ProtoWriter sequence = new ProtoWriter().message(1, tensorType(FLOAT, "n"));
        graph.message(12, value(name, new ProtoWriter().message(4, sequence)));
        return this;
    }

    Graph node(String operator, String output, String... inputs) {
        ProtoWriter node = new ProtoWriter();
        for (String input : inputs) {
            node.text(1, input);
        }
        graph.message(1, node.text(2, output).text(4, operator));
        return this;
    }

    /** A node with one whole number as its attribute. */
    Graph node(String operator, String output, String attribute, long value, String... inputs) {
        ProtoWriter node = new ProtoWriter();
        for (String input : inputs) {
            node.text(1, input);
        }
        ProtoWriter number = new ProtoWriter().text(1, attribute).number(3, value).number(20, 2);
        graph.message(1, node.text(2, output).text(4, operator).message(5, number));
        return this;
    }

    /** Random numbers. */
    Graph random(String output, float scale, long... shape) {
        ProtoWriter sizes = new ProtoWriter().text(1, "shape").number(20, 7);
        for (long size : shape) {
            sizes.number(8, size);
        }
        ProtoWriter spread = new ProtoWriter().text(1, "scale").fixed(2, scale).number(20, 1);
        graph.message(
                1,
                new ProtoWriter()
                        .text(2, output)
                        .text(4, "RandomNormal")
                        .message(5, sizes)
                        .message(5, spread));
        return this;
    }

    /** Whole numbers that are a constant. */
    Graph constant(String name, long... values) {
        ProtoWriter tensor = new ProtoWriter().number(1, values.length).number(2, INT64);
        for (long value : values) {
            tensor.number(7, value);
        }
        graph.message(5, tensor.text(8, name));
        return this;
    }

    /** Floats that lie in another file. */
    Graph external(String name, String location, long offset, long length, long... shape) {
        ProtoWriter tensor = new ProtoWriter();
        for (long dimension : shape) {
            tensor.number(1, dimension);
        }
        tensor.number(2, FLOAT).text(8, name).number(14, 1);
        tensor.message(13, entry("location", location));
        tensor.message(13, entry("offset", Long.toString(offset)));
        tensor.message(13, entry("length", Long.toString(length)));
        graph.message(5, tensor);
        return this;
    }

    Graph metadata(String key, String value) {
        model.message(14, entry(key, value));
        return this;
    }

    byte[] toBytes() {
        return model.message(7, graph).toBytes();
    }

    private static ProtoWriter entry(String key, String value) {
        return new ProtoWriter().text(1, key).text(2, value);
    }

    private static ProtoWriter value(String name, ProtoWriter type) {
        return new ProtoWriter().text(1, name).message(2, type);
    }

    /** The shape's numbers are fixed dimensions and its texts are open ones. */
    private static ProtoWriter tensorType(int type, Object... shape) {
        ProtoWriter dimensions = new ProtoWriter();
        for (Object size : shape) {
            ProtoWriter dimension = new ProtoWriter();
            dimensions.message(
                    1,
                    size instanceof Number fixed
                            ? dimension.number(1, fixed.longValue())
                            : dimension.text(2, size.toString()));
        }
        return new ProtoWriter()
                .message(1, new ProtoWriter().number(1, type).message(2, dimensions));
    }
}
