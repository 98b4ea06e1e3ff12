package io.vedette.models;

import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.outputs.OutputOption;
import io.vedette.models.outputs.OutputSpec;
import io.vedette.models.outputs.OutputSpec.Column;
import io.vedette.models.outputs.OutputSpec.Part;
import io.vedette.models.outputs.ScoreForm;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code output} of a {@code model.yaml}: the format, and those fields that it reads. */
final class OutputYaml {

    private static final int MAX_STRIDE = 16384;
    private static final int MAX_CLASS = 100_000;

    private final YamlSection yaml;
    private final Findings findings;

    OutputYaml(YamlSection yaml, Findings findings) {
        this.yaml = yaml;
        this.findings = findings;
    }

    /** Empty, with a problem noted, where the format is not known. */
    Optional<OutputSpec> read() {
        Optional<OutputFormat> format = yaml.requiredChoice("format", OutputFormat.values());
        format.ifPresent(known -> findings.defaultsOf(known.key()));
        return format.map(this::fields);
    }

    private OutputSpec fields(OutputFormat format) {
        OutputSpec defaults = format.output();
        Set<OutputOption> options = format.defaults().options();
        OutputSpec spec =
                new OutputSpec(
                        format,
                        reads(options, OutputOption.STRIDES)
                                ? yaml.positiveIntegers("strides", MAX_STRIDE, defaults.strides())
                                : List.of(),
                        reads(options, OutputOption.ANCHORS)
                                ? yaml.pairs("anchors", defaults.anchors())
                                : List.of(),
                        reads(options, OutputOption.BOXES)
                                ? yaml.choice("boxes", defaults.boxes())
                                : defaults.boxes(),
                        reads(options, OutputOption.UNITS)
                                ? yaml.choice("units", defaults.units())
                                : defaults.units(),
                        reads(options, OutputOption.SCORES) ? scores(defaults) : defaults.scores(),
                        reads(options, OutputOption.BACKGROUND)
                                ? yaml.choice("background", defaults.background())
                                : defaults.background(),
                        reads(options, OutputOption.FIRST_CLASS)
                                ? yaml.integer("first-class", 0, MAX_CLASS, defaults.firstClass())
                                : 0,
                        reads(options, OutputOption.COLUMNS)
                                ? yaml.choices("columns", Column.values(), defaults.columns())
                                : List.of(),
                        reads(options, OutputOption.TENSORS)
                                ? tensors(yaml.section("tensors"))
                                : Map.of());
        rejectOptionsOfOtherFormats(format, options);
        yaml.rejectUnknownKeys();
        return spec;
    }

    private ScoreForm scores(OutputSpec defaults) {
        ScoreForm scores = yaml.choice("scores", defaults.scores());
        if (scores == ScoreForm.AUTO && defaults.scores() != ScoreForm.AUTO) {
            yaml.problem("scores", "must not be auto for format %s.", defaults.format().key());
        }
        return scores;
    }

    private static boolean reads(Set<OutputOption> options, OutputOption option) {
        return options.contains(option);
    }

    private static Map<Part, String> tensors(YamlSection section) {
        Map<Part, String> tensors = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            section.text(part.name().toLowerCase(Locale.ROOT))
                    .ifPresent(name -> tensors.put(part, name));
        }
        section.rejectUnknownKeys();
        return tensors;
    }

    private void rejectOptionsOfOtherFormats(OutputFormat format, Set<OutputOption> options) {
        for (OutputOption option : OutputOption.values()) {
            if (!options.contains(option) && yaml.has(option.key())) {
                yaml.ignore(option.key());
                yaml.problem(option.key(), "means nothing to format %s.", format.key());
            }
        }
    }
}
