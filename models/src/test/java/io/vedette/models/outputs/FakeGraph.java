package io.vedette.models.outputs;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A graph whose outputs a test makes up, for pictures of 100 x 50. */
final class FakeGraph {

    static final int WIDTH = 100;
    static final int HEIGHT = 50;

    private final OutputFormat format;
    private final Defaults said;
    private final Map<Part, String> named = new EnumMap<>(Part.class);
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<RawOutput> outputs = new ArrayList<>();
    private Thresholds thresholds;
    private int labels = 2;

    FakeGraph(OutputFormat format) {
        this.format = format;
        Defaults defaults = format.defaults();
        OutputSpec spec = format.output();
        thresholds = defaults.thresholds();
        said =
                new Defaults(defaults.picture(), thresholds)
                        .boxes(spec.boxes(), spec.units())
                        .scores(spec.scores())
                        .background(spec.background())
                        .firstClass(spec.firstClass())
                        .columns(spec.columns().toArray(OutputSpec.Column[]::new));
    }

    /** What the package says. */
    FakeGraph saying(Consumer<Defaults> fields) {
        fields.accept(said);
        return this;
    }

    FakeGraph labels(int count) {
        labels = count;
        return this;
    }

    FakeGraph confidence(float least) {
        return thresholds(new Thresholds(least, 1, 100, thresholds.multiLabel()));
    }

    FakeGraph bestClassOnly() {
        return thresholds(new Thresholds(thresholds.confidence(), 1, 100, false));
    }

    private FakeGraph thresholds(Thresholds other) {
        thresholds = other;
        return this;
    }

    /** The package names the output of a part. */
    FakeGraph naming(Part part, String name) {
        named.put(part, name);
        return this;
    }

    FakeGraph floats(String name, long[] shape, float... values) {
        return output(name, OnnxJavaType.FLOAT, shape, values);
    }

    FakeGraph longs(String name, long[] shape, float... values) {
        return output(name, OnnxJavaType.INT64, shape, values);
    }

    private FakeGraph output(String name, OnnxJavaType type, long[] shape, float... values) {
        tensors.add(new Tensor(name, type, Arrays.stream(shape).boxed().toList()));
        outputs.add(new RawOutput(name, shape, FloatBuffer.wrap(values)));
        return this;
    }

    static long[] shape(long... dimensions) {
        return dimensions;
    }

    /** What is found in a frame, by a decoder that nothing was wrong with. */
    Candidates decode(int frame) {
        DecoderContext context = context();
        OutputDecoder decoder = format.decoder(context);
        if (!context.problems().isEmpty()) {
            throw new AssertionError(context.problems());
        }
        Candidates found = new Candidates(labels);
        decoder.decode(outputs, frame, found);
        return found;
    }

    List<String> problems() {
        DecoderContext context = context();
        format.decoder(context);
        return context.problems();
    }

    int maxBatch() {
        return format.decoder(context()).maxBatch();
    }

    private DecoderContext context() {
        return new DecoderContext(spec(), raster(), labels, thresholds, tensors);
    }

    private OutputSpec spec() {
        OutputSpec spec = said.output(format);
        return new OutputSpec(
                format,
                spec.strides(),
                spec.anchors(),
                spec.boxes(),
                spec.units(),
                spec.scores(),
                spec.background(),
                spec.firstClass(),
                spec.columns(),
                named);
    }

    private static RasterSpec raster() {
        return new RasterSpec(WIDTH, HEIGHT, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.RGB);
    }

    /** The boxes that were found: left, top, right, bottom. */
    static List<List<Float>> boxes(Candidates found) {
        List<List<Float>> boxes = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            boxes.add(List.of(found.left(i), found.top(i), found.right(i), found.bottom(i)));
        }
        return boxes;
    }

    static List<Integer> classes(Candidates found) {
        List<Integer> classes = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            classes.add(found.classId(i));
        }
        return classes;
    }

    static List<Float> scores(Candidates found) {
        List<Float> scores = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            scores.add(found.score(i));
        }
        return scores;
    }
}
