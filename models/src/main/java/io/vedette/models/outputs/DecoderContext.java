package io.vedette.models.outputs;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.schema.RasterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder is made for: a package's description and the outputs of its graph. What does not
 * fit between the two is noted here as a problem, so that everything is found at once.
 */
public final class DecoderContext {

    private final OutputSpec spec;
    private final RasterSpec raster;
    private final int classes;
    private final Thresholds thresholds;
    private final List<Tensor> outputs;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param classes number of labels
     * @param outputs of the graph, with the shapes of a run where there was one
     */
    public DecoderContext(
            OutputSpec spec,
            RasterSpec raster,
            int classes,
            Thresholds thresholds,
            List<Tensor> outputs) {
        this.spec = spec;
        this.raster = raster;
        this.classes = classes;
        this.thresholds = thresholds;
        this.outputs = List.copyOf(outputs);
        outputs.stream()
                .filter(tensor -> tensor.type() == OnnxJavaType.UNKNOWN)
                .forEach(tensor -> problem("output %s is not a tensor.", tensor.name()));
    }

    OutputSpec spec() {
        return spec;
    }

    RasterSpec raster() {
        return raster;
    }

    int classes() {
        return classes;
    }

    Thresholds thresholds() {
        return thresholds;
    }

    List<Tensor> outputs() {
        return outputs;
    }

    /** What does not fit; each a sentence. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @SuppressWarnings("AnnotateFormatMethod") // its library is not worth one annotation
    void problem(String rule, @Nullable Object... values) {
        problems.add(rule.formatted(values));
    }

    /**
     * The graph's only output.
     *
     * @param form its shape in words
     * @return null, with a problem noted, where there are several or the rank is another
     */
    @Nullable Tensor only(int rank, String form) {
        if (outputs.size() != 1) {
            problem(
                    "format %s has one output but the graph has %d (%s).",
                    spec.format().key(), outputs.size(), Tensor.listed(outputs));
            return null;
        }
        Tensor output = outputs.get(0);
        if (output.rank() != rank) {
            problem("output %s: format %s has %s.", output, spec.format().key(), form);
            return null;
        }
        return output;
    }

    /**
     * Notes a problem where a network's classes are not as many as the labels.
     *
     * @param dimension of the output that holds the classes after some other numbers
     */
    void requireClasses(Tensor output, int dimension, int others) {
        if (!output.fits(dimension, others + classes)) {
            problem(
                    "output %s implies %d classes but there are %d labels.",
                    output, output.size(dimension) - others, classes);
        }
    }

    /**
     * The output that plays a part: the one that the package names, else the only one that fits,
     * else the one of those whose name says so.
     *
     * @param fits whether an output can play the part
     * @param hints lower-case words of which such outputs' names are one, or have one
     * @return its index; -1, with a problem noted, where that is not one
     */
    int part(Part part, Predicate<Tensor> fits, String... hints) {
        @Nullable String name = spec.tensors().get(part);
        if (name != null) {
            return named(part, name);
        }
        List<Integer> able = able(fits);
        int found = able.size() == 1 ? able.get(0) : hinted(able, hints);
        if (found < 0) {
            problem(
                    "'output.tensors.%s' must name the output that holds the %s; the graph has %s.",
                    key(part), key(part), Tensor.listed(outputs));
        }
        return found;
    }

    /** Like {@link #part}, of an output that a graph need not have and whose name must say so. */
    int optionalPart(Part part, Predicate<Tensor> fits, String... hints) {
        @Nullable String name = spec.tensors().get(part);
        return name != null ? named(part, name) : hinted(able(fits), hints);
    }

    private List<Integer> able(Predicate<Tensor> fits) {
        return IntStream.range(0, outputs.size())
                .filter(i -> !spec.tensors().containsValue(outputs.get(i).name()))
                .filter(i -> fits.test(outputs.get(i)))
                .boxed()
                .toList();
    }

    private int named(Part part, String name) {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(name)) {
                return i;
            }
        }
        problem(
                "'output.tensors.%s' names '%s', which is no output; the graph has %s.",
                key(part), name, Tensor.listed(outputs));
        return -1;
    }

    /** The only output whose name is one of some words, else has one of them; else -1. */
    private int hinted(List<Integer> able, String... hints) {
        List<String> words = List.of(hints);
        List<Integer> same = able.stream().filter(i -> words.contains(lowerName(i))).toList();
        if (same.size() == 1) {
            return same.get(0);
        }
        List<Integer> like =
                able.stream().filter(i -> words.stream().anyMatch(lowerName(i)::contains)).toList();
        return like.size() == 1 ? like.get(0) : -1;
    }

    private String lowerName(int output) {
        return outputs.get(output).name().toLowerCase(Locale.ROOT);
    }

    private static String key(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
