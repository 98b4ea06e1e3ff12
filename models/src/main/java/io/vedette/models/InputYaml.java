package io.vedette.models;

import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.inputs.OtherInput;
import io.vedette.models.inputs.OtherInput.Source;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.Picture;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code input} of a {@code model.yaml}. */
final class InputYaml {

    private static final int MAX_SIDE = 16384;

    private final YamlSection yaml;
    private final Picture defaults;
    private final GraphFile graph;
    private final Findings findings;

    InputYaml(YamlSection yaml, Picture defaults, GraphFile graph, Findings findings) {
        this.yaml = yaml;
        this.defaults = defaults;
        this.graph = graph;
        this.findings = findings;
    }

    ModelInput read() {
        @Nullable String tensor = yaml.text("tensor").orElse(null);
        ColorOrder color = yaml.choice("color", defaults.color());
        Layout layout = yaml.choice("layout", defaults.layout());
        int channels = color.channels();
        List<Float> mean =
                yaml.numbers(
                        "mean",
                        channels,
                        Double.NEGATIVE_INFINITY,
                        defaults.mean().subList(0, channels));
        List<Float> std = yaml.numbers("std", channels, 0, defaults.std().subList(0, channels));
        Resize resize = yaml.choice("resize", defaults.resize());
        RasterSpec raster =
                new RasterSpec(
                        side("width", layout.column(), tensor),
                        side("height", layout.row(), tensor),
                        resize,
                        yaml.choice("anchor", defaults.anchor()),
                        yaml.integer("padding", 0, 255, defaults.padding()),
                        color,
                        crop(resize),
                        yaml.choice("filter", defaults.filter()));
        Map<String, OtherInput> others = others(yaml.section("others"));
        yaml.rejectUnknownKeys();
        return new ModelInput(raster, layout, mean, std, tensor, others);
    }

    private double crop(Resize resize) {
        if (resize == Resize.CENTER_CROP) {
            return yaml.part("crop", defaults.crop());
        }
        if (yaml.has("crop")) {
            yaml.problem("crop", "means nothing unless 'input.resize' is center-crop.");
        }
        yaml.ignore("crop");
        return 1;
    }

    /** A side that the package gives, else the one that is fixed in the graph. */
    private int side(String key, int dimension, @Nullable String tensor) {
        @Nullable Integer given = yaml.integer(key, 1, MAX_SIDE);
        if (given != null) {
            return given;
        }
        Optional<GraphSignature> signature = yaml.has(key) ? Optional.empty() : graph.signature();
        if (signature.isEmpty()) {
            return 1;
        }
        Optional<Tensor> picture = PictureTensor.find(signature.get(), tensor);
        long side = picture.map(t -> PictureTensor.side(t, dimension)).orElse(Tensor.OPEN);
        if (side < 1 || side > MAX_SIDE) {
            yaml.problem(key, "must be given, since the graph leaves it open.");
            return 1;
        }
        findings.inferred("input." + key, side, "the graph");
        return (int) side;
    }

    private static Map<String, OtherInput> others(YamlSection section) {
        Map<String, OtherInput> others = new HashMap<>();
        for (String name : section.keys()) {
            section.constants(name)
                    .map(OtherInput::constant)
                    .or(() -> source(section, name))
                    .ifPresent(other -> others.put(name, other));
        }
        return others;
    }

    private static Optional<OtherInput> source(YamlSection section, String name) {
        List<Source> sources = new ArrayList<>(List.of(Source.values()));
        sources.remove(Source.CONSTANT);
        return section.choice(name, sources).map(OtherInput::of);
    }
}
