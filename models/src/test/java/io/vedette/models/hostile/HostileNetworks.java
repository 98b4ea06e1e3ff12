package io.vedette.models.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.models.TinyModel;
import io.vedette.models.outputs.OutputFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ONNX files that are none, or that lie. */
final class HostileNetworks {

    private final Random random;
    private final byte[] good;
    private final List<HostilePackage> all = new ArrayList<>();

    private HostileNetworks(Random random) {
        this.random = random;
        this.good = good();
    }

    /** The same ones for the same random numbers. */
    static List<HostilePackage> of(Random random, int mutations) {
        HostileNetworks networks = new HostileNetworks(random);
        networks.addOtherFiles();
        networks.addTruncated();
        networks.addCrafted();
        for (int i = 0; i < mutations; i++) {
            networks.addMutated(i);
            networks.addRandomOutputs(i);
        }
        return networks.all;
    }

    private static byte[] good() {
        try (InputStream in = TinyModel.class.getResourceAsStream("/tiny-yolox-dynamic.onnx")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, byte[] network) {
        all.add(
                new HostilePackage(
                        name, folder -> Files.write(folder.resolve("model.onnx"), network)));
    }

    /** The graph under every format, with the size that it claims itself. */
    private void add(String name, Graph graph) {
        byte[] network = graph.toBytes();
        for (OutputFormat format : OutputFormat.values()) {
            String yaml =
                    "name: hostile\nversion: a\noutput: {format: %s}\n".formatted(format.key());
            all.add(
                    new HostilePackage(
                            name + " as " + format.key(),
                            folder -> {
                                Files.write(folder.resolve("model.onnx"), network);
                                Files.writeString(folder.resolve("model.yaml"), yaml);
                            }));
        }
    }

    private void addOtherFiles() {
        add("empty", new byte[0]);
        add("one zero", new byte[1]);
        add("text", "not a network".getBytes(UTF_8));
        add("a web page", "<!DOCTYPE html><html>Please log in</html>".getBytes(UTF_8));
        add("zip", zip());
        for (int size : new int[] {1, 7, 64, 1000, 100_000}) {
            add(size + " random bytes", random(size));
        }
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.onnx"));
            zip.write(good);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void addTruncated() {
        for (int size = 1; size < good.length; size += 5) {
            add("truncated to " + size, Arrays.copyOf(good, size));
        }
        add("with a tail", Arrays.copyOf(good, good.length + 100));
    }

    private void addMutated(int number) {
        byte[] bytes = good.clone();
        int places = 1 + random.nextInt(4);
        for (int i = 0; i < places; i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    (byte)
                            (random.nextBoolean()
                                    ? bytes[at] ^ 1 << random.nextInt(8)
                                    : random.nextInt());
        }
        add("mutation " + number, bytes);
    }

    private void addRandomOutputs(int number) {
        Graph graph =
                new Graph().input("images", Graph.FLOAT, random.nextBoolean() ? "n" : 1, 3, 64, 64);
        long[] sizes = {0, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 16, 64, 84, 85, 336};
        int[] types = {
            Graph.FLOAT, Graph.FLOAT, Graph.FLOAT, Graph.INT64, Graph.UINT8, Graph.DOUBLE, 9, 10, 6
        };
        int outputs = 1 + random.nextInt(4);
        for (int i = 0; i < outputs; i++) {
            long[] shape =
                    random.longs(random.nextInt(5), 0, sizes.length)
                            .map(s -> sizes[(int) s])
                            .toArray();
            int type = types[random.nextInt(types.length)];
            Object[] open = java.util.Collections.nCopies(shape.length, "d").toArray();
            for (int d = 0; d < open.length; d++) {
                open[d] = "d" + i + d;
            }
            graph.random("r" + i, random.nextBoolean() ? 1 : 1e30f, shape)
                    .node("Cast", "output" + i, "to", type, "r" + i)
                    .output(
                            "output" + i,
                            type,
                            random.nextBoolean()
                                    ? open
                                    : java.util.Arrays.stream(shape).boxed().toArray());
        }
        byte[] network = graph.toBytes();
        OutputFormat format = OutputFormat.values()[random.nextInt(OutputFormat.values().length)];
        String yaml = "name: hostile\nversion: a\noutput: {format: %s}\n".formatted(format.key());
        all.add(
                new HostilePackage(
                        "random outputs " + number + " as " + format.key(),
                        folder -> {
                            Files.write(folder.resolve("model.onnx"), network);
                            Files.writeString(folder.resolve("model.yaml"), yaml);
                        }));
    }

    private void addCrafted() {
        for (long side : new long[] {0, -1, 16_384, 16_385, 1L << 31, 1L << 40, Long.MAX_VALUE}) {
            add("sides of " + side, identity(1, 3, side, side));
            add("a width of " + side, identity(1, 3, 64, side));
            add("a batch of " + side, identity(side, 3, 64, 64));
            add(side + " channels", identity(1, side, 64, 64));
        }
        add("no rank", identity());
        add("rank 5", identity(1, 3, 1, 64, 64));
        add("rank 40", identity(new Object[40]));
        add("nothing in, nothing out", new Graph());
        add("nothing in", new Graph().constant("output", 1, 2).output("output", Graph.INT64, 2));
        add("nothing out", new Graph().input("images", Graph.FLOAT, 1, 3, 64, 64));
        add("open sides", identity("n", 3, "h", "w"));
        add("all open", identity("n", "c", "h", "w"));
        add("a picture of texts", picture(Graph.STRING));
        add("a picture of doubles", picture(Graph.DOUBLE));
        add("an unknown type", picture(99));
        add(
                "a list of tensors out",
                new Graph()
                        .input("images", Graph.FLOAT, 1, 3, 64, 64)
                        .node("SequenceConstruct", "output", "images")
                        .sequenceOutput("output"));
        add(
                "texts out",
                new Graph()
                        .input("images", Graph.FLOAT, 1, 3, 64, 64)
                        .node("Cast", "output", "to", Graph.STRING, "images")
                        .output("output", Graph.STRING, 1, 3, 64, 64));
        add(
                "a scalar out",
                new Graph()
                        .input("images", Graph.FLOAT, 1, 3, 64, 64)
                        .node("ReduceMax", "output", "keepdims", 0, "images")
                        .output("output", Graph.FLOAT));
        add(
                "an output that is not as declared",
                new Graph()
                        .input("images", Graph.FLOAT, 1, 3, "h", "w")
                        .node("Identity", "output", "images")
                        .output("output", Graph.FLOAT, 1, 85, 64));
        add("the same output twice", twice("output", "output"));
        add("three outputs", twice("output", "other").output("images", Graph.FLOAT, 1, 3, 64, 64));
        add("a second input of nothing", picture(Graph.FLOAT).input("size", Graph.FLOAT, 1, 0));
        for (long size : new long[] {1L << 31, 1L << 40, Long.MAX_VALUE, -1}) {
            add(
                    "a second input of " + size,
                    picture(Graph.FLOAT).input("im_shape", Graph.FLOAT, 1, size));
            add(
                    "three open of " + size,
                    picture(Graph.FLOAT).input("scale_factor", Graph.FLOAT, size, size, size));
            add("an output of " + size, expanded(1, size, 85));
            add("an output of overflowing " + size, expanded(size, size, 85));
        }
        add("an output of none", expanded(1, 0, 85));
        addExternal();
        addMetadata();
    }

    private void addExternal() {
        String[] locations = {
            "../secret",
            "/etc/passwd",
            "weights",
            "link",
            "",
            ".",
            "a/../../secret",
            "\0",
            "/dev/zero",
            "model.onnx"
        };
        for (String location : locations) {
            for (long offset : new long[] {0, -1, 1L << 40, Long.MAX_VALUE}) {
                byte[] network = external(location, offset, 16).toBytes();
                all.add(
                        new HostilePackage(
                                "weights at %s from %d".formatted(location, offset),
                                folder -> {
                                    Files.write(folder.resolve("model.onnx"), network);
                                    Files.write(folder.resolve("weights"), new byte[10]);
                                    Files.write(folder.resolveSibling("secret"), new byte[16]);
                                    Files.deleteIfExists(folder.resolve("link"));
                                    Files.createSymbolicLink(
                                            folder.resolve("link"), Path.of("../secret"));
                                }));
            }
        }
        add("more external weights than there are numbers", external("../secret", 0, 1L << 60));
    }

    private static Graph external(String location, long offset, long length) {
        return new Graph()
                .input("images", Graph.FLOAT, 1, 3, 64, 64)
                .external("weights", location, offset, length, 4)
                .node("Identity", "output", "weights")
                .output("output", Graph.FLOAT, 4);
    }

    private void addMetadata() {
        String[] names = {
            "[".repeat(100_000),
            "{a: ".repeat(20_000),
            "&a [*a, *a]",
            "x".repeat(3_000_000),
            "[]",
            "{0: [1]}",
            "\0\1",
            "!!java.net.URL [http://127.0.0.1:1/]",
            "{0: a, 0: b}",
            "? ",
            "'",
            "1e999999999",
            "{999999999999999999999: a}",
            "[" + "a,".repeat(200_000) + "]"
        };
        for (String text : names) {
            byte[] network = picture(Graph.FLOAT).metadata("names", text).toBytes();
            all.add(
                    new HostilePackage(
                            "metadata "
                                    + text.substring(0, Math.min(20, text.length()))
                                            .replace("\0", "0"),
                            folder -> {
                                Files.write(folder.resolve("model.onnx"), network);
                                Files.delete(folder.resolve("labels.txt"));
                            }));
        }
    }

    private static Graph twice(String first, String second) {
        return new Graph()
                .input("images", Graph.FLOAT, 1, 3, 64, 64)
                .node("Identity", first, "images")
                .node("Identity", second, "images")
                .output(first, Graph.FLOAT, 1, 3, 64, 64)
                .output(second, Graph.FLOAT, 1, 3, 64, 64);
    }

    private static Graph picture(int type) {
        return new Graph()
                .input("images", type, 1, 3, 64, 64)
                .node("Identity", "output", "images")
                .output("output", type, 1, 3, 64, 64);
    }

    private static Graph expanded(long... shape) {
        return new Graph()
                .input("images", Graph.FLOAT, 1, 3, 64, 64)
                .constant("shape", shape)
                .node("ConstantOfShape", "zeros", "shape")
                .node("ReduceMax", "most", "keepdims", 0, "images")
                .node("Add", "output", "zeros", "most")
                .output("output", Graph.FLOAT, "a", "b", "c");
    }

    private static Graph identity(Object... shape) {
        Object[] sizes = Arrays.stream(shape).map(s -> s == null ? 1 : s).toArray();
        return new Graph()
                .input("images", Graph.FLOAT, sizes)
                .output("output", Graph.FLOAT, sizes)
                .node("Identity", "output", "images");
    }
}
