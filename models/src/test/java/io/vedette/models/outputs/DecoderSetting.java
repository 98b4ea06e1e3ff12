package io.vedette.models.outputs;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a decoder is tested in: a package's description and a graph's outputs, o0, o1, … */
final class DecoderSetting {

    private final OutputFormat format;
    private final List<Tensor> outputs = new ArrayList<>();
    private int width = 64;
    private int height = 32;
    private int classes = 2;
    private Thresholds thresholds = new Thresholds(0.25f, 0.45f, 100, false);
    private List<Integer> strides;
    private List<List<Float>> anchors;
    private BoxForm boxes;
    private BoxUnits units;
    private ScoreForm scores;
    private Map<Part, String> tensors = Map.of();

    DecoderSetting(OutputFormat format) {
        this.format = format;
        strides = format.output().strides();
        anchors = format.output().anchors();
        boxes = format.output().boxes();
        units = format.output().units();
        scores = format.output().scores();
    }

    DecoderSetting input(int wide, int high) {
        width = wide;
        height = high;
        return this;
    }

    DecoderSetting classes(int count) {
        classes = count;
        return this;
    }

    DecoderSetting multiLabel(float confidence) {
        thresholds = new Thresholds(confidence, 0.45f, 100, true);
        return this;
    }

    DecoderSetting strides(Integer... values) {
        strides = List.of(values);
        return this;
    }

    DecoderSetting anchors(List<List<Float>> values) {
        anchors = values;
        return this;
    }

    DecoderSetting boxes(BoxForm form, BoxUnits counted) {
        boxes = form;
        units = counted;
        return this;
    }

    DecoderSetting scores(ScoreForm form) {
        scores = form;
        return this;
    }

    DecoderSetting boxesAre(String output) {
        tensors = Map.of(Part.BOXES, output);
        return this;
    }

    DecoderSetting output(long... shape) {
        String name = "o" + outputs.size();
        outputs.add(new Tensor(name, OnnxJavaType.FLOAT, Arrays.stream(shape).boxed().toList()));
        return this;
    }

    DecoderContext context() {
        OutputSpec silent = format.output();
        OutputSpec spec =
                new OutputSpec(
                        format,
                        strides,
                        anchors,
                        boxes,
                        units,
                        scores,
                        silent.background(),
                        silent.firstClass(),
                        silent.columns(),
                        tensors);
        RasterSpec raster =
                new RasterSpec(
                        width, height, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.RGB);
        return new DecoderContext(spec, raster, classes, thresholds, outputs);
    }

    /** A decoder that fits. */
    OutputDecoder decoder() {
        DecoderContext context = context();
        OutputDecoder decoder = format.decoder(context);
        if (!context.problems().isEmpty()) {
            throw new AssertionError(context.problems());
        }
        return decoder;
    }

    List<String> problems() {
        DecoderContext context = context();
        format.decoder(context);
        return context.problems();
    }
}
