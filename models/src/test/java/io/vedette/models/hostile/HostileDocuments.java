package io.vedette.models.hostile;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.models.outputs.OutputFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** {@code model.yaml} as nobody should write it. */
final class HostileDocuments {

    private static final int MUTATIONS = 200;
    private static final int MISFITS = 200;

    private static final String GOOD =
            """
            name: tiny
            version: "1"
            task: detection
            file: model.onnx
            input: {width: 64, height: 64, resize: letterbox, padding: 114, anchor: top-left,
                    color: bgr, layout: nchw, mean: [0, 0, 0], std: [1, 1, 1],
                    tensor: images, others: {size: source-width-height}}
            output: {format: yolox, strides: [16]}
            labels: labels.txt
            thresholds: {confidence: 0.5, iou: 0.45, max-detections: 100}
            licence: Apache-2.0
            """;

    private static final List<String> KEYS =
            List.of(
                    "name: %s",
                    "version: %s",
                    "task: %s",
                    "file: %s",
                    "sha256: %s",
                    "labels: %s",
                    "licence: %s",
                    "input: %s",
                    "input: {width: %s}",
                    "input: {mean: %s, std: %s}",
                    "input: {padding: %s, layout: %s}",
                    "input: {tensor: %s}",
                    "input: {others: %s}",
                    "input: {others: {a: %s}}",
                    "output: %s",
                    "output: {format: %s}",
                    "output: {format: FORMAT, strides: %s}",
                    "output: {format: FORMAT, anchors: %s}",
                    "output: {format: FORMAT, boxes: %s, units: %s}",
                    "output: {format: FORMAT, scores: %s, background: %s}",
                    "output: {format: FORMAT, first-class: %s}",
                    "output: {format: FORMAT, columns: %s}",
                    "output: {format: FORMAT, tensors: %s}",
                    "output: {format: FORMAT, tensors: {boxes: %s}}",
                    "thresholds: %s",
                    "thresholds: {confidence: %s, max-detections: %s}",
                    "%s: 1",
                    "? %s");

    private static final List<String> VALUES =
            List.of(
                    "",
                    "~",
                    "0",
                    "-1",
                    "1e400",
                    ".nan",
                    "-.inf",
                    "18446744073709551617",
                    "9".repeat(900),
                    "9".repeat(5_000),
                    "0x7fffffffffffffff",
                    "2026-11-23",
                    "yes",
                    "''",
                    "' '",
                    "\"\\0\\u2028\\e[31m\"",
                    "x".repeat(100_000),
                    "[]",
                    "{}",
                    "[[], {}]",
                    "[1, [2, [3]]]",
                    "[18446744073709551617]",
                    "[.nan, .inf, 1e400]",
                    "[" + "1, ".repeat(10_000) + "1]",
                    "[".repeat(200) + "]".repeat(200),
                    "&a [*a]",
                    "*unknown",
                    "!!binary aGVsbG8=",
                    "!!java.lang.Runtime {}",
                    "!!int text",
                    "../../etc/passwd",
                    "/dev/zero",
                    "model.yaml",
                    "labels.txt/x",
                    "%s%n%d");

    private final Random random;

    HostileDocuments(Random random) {
        this.random = random;
    }

    List<HostilePackage> all() {
        List<HostilePackage> all = new ArrayList<>();
        add(all, "an empty document", "");
        add(all, "no mapping", "- a\n- b\n");
        add(all, "two documents", GOOD + "---\n" + GOOD);
        add(all, "each key twice", GOOD + GOOD);
        add(all, "too many keys", keys(30_000));
        add(all, "a huge document", GOOD + "#".repeat(4 << 20));
        add(all, "a deep document", "{a: ".repeat(100_000));
        add(all, "a deep list", "name: " + "[".repeat(100_000));
        add(all, "deep lines", deepLines(2_000));
        add(all, "an alias that holds itself", "name: &a [*a]\n");
        add(all, "aliases of aliases", aliases());
        add(all, "merged keys", "a: &a {name: b}\n<<: *a\n");
        add(all, "tabs", GOOD.replace(" ", "\t"));
        all.add(HostilePackage.document("UTF-16", GOOD.getBytes(UTF_16)));
        all.add(HostilePackage.document("no UTF-8", new byte[] {'n', ':', (byte) 0xc3, 0x28}));
        all.add(HostilePackage.document("random bytes", random(5_000)));
        IntStream.range(0, MUTATIONS)
                .mapToObj(i -> HostilePackage.document("document mutation " + i, mutated()))
                .forEach(all::add);
        IntStream.range(0, MISFITS).forEach(i -> add(all, "misfit " + i, misfit()));
        return all;
    }

    private static void add(List<HostilePackage> all, String name, String yaml) {
        all.add(HostilePackage.document(name, yaml.getBytes(UTF_8)));
    }

    private static String keys(int count) {
        StringBuilder yaml = new StringBuilder(GOOD);
        IntStream.range(0, count).forEach(i -> yaml.append("key%d: 1\n".formatted(i)));
        return yaml.toString();
    }

    private static String deepLines(int depth) {
        StringBuilder yaml = new StringBuilder();
        IntStream.range(0, depth).forEach(i -> yaml.append(" ".repeat(i)).append("a:\n"));
        return yaml.substring(0, Math.min(yaml.length(), 1_000_000));
    }

    /** A billion laughs. */
    private static String aliases() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return yaml.append("name: *a39\n").toString();
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Some bytes of the good document changed, or its end cut off. */
    private byte[] mutated() {
        byte[] bytes = GOOD.getBytes(UTF_8);
        byte[] signs = "{}[]:,-&*!?|>%'\"#@ \n\t0\0".getBytes(UTF_8);
        for (int places = random.nextInt(6); places > 0; places--) {
            bytes[random.nextInt(bytes.length)] = signs[random.nextInt(signs.length)];
        }
        return random.nextInt(4) > 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    /** The good document with some other values. */
    private String misfit() {
        String yaml = GOOD;
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            String line = KEYS.get(random.nextInt(KEYS.size())).replace("FORMAT", format());
            String key = line.substring(0, line.indexOf(' '));
            yaml = yaml.replaceAll("(?m)^" + key.replace("?", "\\?") + ".*\n( .*\n)*", "");
            while (line.contains("%s")) {
                line = line.replaceFirst("%s", value().replace("\\", "\\\\").replace("%s", ""));
            }
            yaml += line + "\n";
        }
        return yaml;
    }

    private String format() {
        return OutputFormat.values()[random.nextInt(OutputFormat.values().length)].key();
    }

    private String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
