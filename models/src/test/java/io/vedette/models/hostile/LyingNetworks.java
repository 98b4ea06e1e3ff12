package io.vedette.models.hostile;

import io.vedette.models.outputs.OutputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** ONNX files that are well-formed and absurd. */
final class LyingNetworks {

    private static final Object[] PICTURE = {1, 3, 64, 64};
    private static final long[] ABSURD = {0, -1, 16_385, 1L << 31, 1L << 40, Long.MAX_VALUE};

    private final List<HostilePackage> all = new ArrayList<>();

    List<HostilePackage> all() {
        addInputs();
        addOutputs();
        addWeightsElsewhere();
        addMetadata();
        return all;
    }

    /** The same network under formats of both layouts and both tasks. */
    private void addInput(String name, Graph graph) {
        add(name, graph, OutputFormat.YOLOX, OutputFormat.SSD, OutputFormat.SOFTMAX);
    }

    /** The same network under every format. */
    private void addOutput(String name, Graph graph) {
        add(name, graph, OutputFormat.values());
    }

    private void add(String name, Graph graph, OutputFormat... formats) {
        byte[] network = graph.toBytes();
        for (OutputFormat format : formats) {
            all.add(HostilePackage.network(name, network, format.key()));
        }
    }

    private void addInputs() {
        for (long size : ABSURD) {
            addInput("sides of " + size, picture(Graph.FLOAT, 1, 3, size, size));
            addInput("a width of " + size, picture(Graph.FLOAT, 1, 3, 64, size));
            addInput("a batch of " + size, picture(Graph.FLOAT, size, 3, 64, 64));
            addInput(size + " channels", picture(Graph.FLOAT, 1, size, 64, 64));
            addInput(
                    "a second input of " + size,
                    picture(Graph.FLOAT, PICTURE).input("im_shape", Graph.FLOAT, 1, size));
            addInput(
                    "a cube of " + size,
                    picture(Graph.FLOAT, PICTURE)
                            .input("scale_factor", Graph.FLOAT, size, size, size));
        }
        addInput("a picture without dimensions", picture(Graph.FLOAT));
        addInput("40 dimensions", picture(Graph.FLOAT, Collections.nCopies(40, 1).toArray()));
        addInput("only open dimensions", picture(Graph.FLOAT, "n", "c", "h", "w"));
        addInput("a picture of texts", picture(Graph.STRING, PICTURE));
        addInput("a picture of doubles", picture(Graph.DOUBLE, PICTURE));
        addInput("an unknown type", picture(99, PICTURE));
        addInput("nothing in, nothing out", new Graph());
        addInput("nothing in", new Graph().constant("output", 1).output("output", Graph.INT64, 1));
        addInput("nothing out", new Graph().input("images", Graph.FLOAT, PICTURE));
    }

    private void addOutputs() {
        for (long size : ABSURD) {
            if (size <= 0 || size >= 1L << 40) { // between them, memory may be found
                addOutput(size + " rows", zeros(1, size, 85));
                addOutput("rows that overflow by " + size, zeros(size, size, 85));
            }
        }
        addOutput(
                "a list of tensors",
                pictureIn().node("SequenceConstruct", "output", "images").sequenceOutput("output"));
        addOutput(
                "texts",
                pictureIn()
                        .node("Cast", "output", "to", Graph.STRING, "images")
                        .output("output", Graph.STRING, PICTURE));
        addOutput(
                "a scalar",
                pictureIn()
                        .node("ReduceMax", "output", "keepdims", 0, "images")
                        .output("output", Graph.FLOAT));
        addOutput(
                "an output that is not as declared",
                new Graph()
                        .input("images", Graph.FLOAT, 1, 3, "h", "w")
                        .node("Identity", "output", "images")
                        .output("output", Graph.FLOAT, 1, 85, 64));
        addOutput(
                "one output twice",
                picture(Graph.FLOAT, PICTURE).output("output", Graph.FLOAT, PICTURE));
        addOutput(
                "an input put out",
                picture(Graph.FLOAT, PICTURE).output("images", Graph.FLOAT, PICTURE));
    }

    private void addWeightsElsewhere() {
        for (String place :
                List.of("../secret", "/etc/passwd", "a/../../secret", "link", "short", ".", "")) {
            for (long offset : new long[] {0, -1, 1L << 40, Long.MAX_VALUE}) {
                byte[] network = weights(place, offset);
                all.add(
                        new HostilePackage(
                                "weights at '%s' from %d".formatted(place, offset),
                                folder -> {
                                    Files.write(folder.resolve("model.onnx"), network);
                                    Files.write(folder.resolve("short"), new byte[10]);
                                    Files.createSymbolicLink(
                                            folder.resolve("link"), Path.of("/etc/passwd"));
                                }));
            }
        }
    }

    private static byte[] weights(String place, long offset) {
        return new Graph()
                .input("images", Graph.FLOAT, PICTURE)
                .external("weights", place, offset, 16, 4)
                .node("Identity", "output", "weights")
                .output("output", Graph.FLOAT, 4)
                .toBytes();
    }

    private void addMetadata() {
        List<String> names =
                List.of(
                        "[".repeat(100_000),
                        "{a: ".repeat(20_000),
                        "x".repeat(3_000_000),
                        "[" + "a,".repeat(50_000) + "]",
                        "&a [*a, *a]",
                        "!!java.net.URL [http://127.0.0.1:1/]",
                        "{0: a, 0: b}",
                        "{999999999999999999999: a}",
                        "{0: [1]}",
                        "\0\1",
                        "1e999999999",
                        "'");
        for (String text : names) {
            byte[] network = picture(Graph.FLOAT, PICTURE).metadata("names", text).toBytes();
            all.add(
                    new HostilePackage(
                            "labels noted as " + text.substring(0, Math.min(20, text.length())),
                            folder -> {
                                Files.write(folder.resolve("model.onnx"), network);
                                Files.delete(folder.resolve("labels.txt"));
                            }));
        }
    }

    private static Graph pictureIn() {
        return new Graph().input("images", Graph.FLOAT, PICTURE);
    }

    /** Puts out what goes in. */
    private static Graph picture(int type, Object... shape) {
        return new Graph()
                .input("images", type, shape)
                .node("Identity", "output", "images")
                .output("output", type, shape);
    }

    private static Graph zeros(long... shape) {
        return pictureIn()
                .constant("shape", shape)
                .node("ConstantOfShape", "zeros", "shape")
                .node("ReduceMax", "most", "keepdims", 0, "images")
                .node("Add", "output", "zeros", "most")
                .output("output", Graph.FLOAT, "a", "b", "c");
    }
}
