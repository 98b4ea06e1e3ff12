package io.vedette.models.outputs;

import io.vedette.models.outputs.OutputSpec.Column;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a format assumes where a package is silent, and which fields of {@code output} it reads:
 * those that have been given a default here. Not changed once a format has it.
 */
public final class Defaults {

    private final Picture picture;
    private final Thresholds thresholds;
    private final Set<OutputOption> options = EnumSet.noneOf(OutputOption.class);
    private List<Integer> strides = List.of();
    private List<List<Float>> anchors = List.of();
    private BoxForm boxes = BoxForm.XYXY;
    private BoxUnits units = BoxUnits.PIXELS;
    private ScoreForm scores = ScoreForm.PROBABILITY;
    private Background background = Background.NONE;
    private int firstClass;
    private List<Column> columns = List.of();

    Defaults(Picture picture, Thresholds thresholds) {
        this.picture = picture;
        this.thresholds = thresholds;
    }

    Defaults strides(Integer... values) {
        options.add(OutputOption.STRIDES);
        strides = List.of(values);
        return this;
    }

    /** One list of widths and heights, in pixels, for each stride. */
    Defaults anchors(List<List<Float>> values) {
        options.add(OutputOption.ANCHORS);
        anchors = values;
        return this;
    }

    Defaults boxes(BoxForm form, BoxUnits counted) {
        options.add(OutputOption.BOXES);
        options.add(OutputOption.UNITS);
        boxes = form;
        units = counted;
        return this;
    }

    Defaults scores(ScoreForm form) {
        options.add(OutputOption.SCORES);
        scores = form;
        return this;
    }

    Defaults background(Background which) {
        options.add(OutputOption.BACKGROUND);
        background = which;
        return this;
    }

    Defaults firstClass(int index) {
        options.add(OutputOption.FIRST_CLASS);
        firstClass = index;
        return this;
    }

    Defaults columns(Column... values) {
        options.add(OutputOption.COLUMNS);
        columns = List.of(values);
        return this;
    }

    /** The outputs may be named by the part they play. */
    Defaults tensors() {
        options.add(OutputOption.TENSORS);
        return this;
    }

    /** How the toolkit prepares pictures. */
    public Picture picture() {
        return picture;
    }

    /** The toolkit's thresholds. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** The fields of {@code output} that the format reads. */
    public Set<OutputOption> options() {
        return Collections.unmodifiableSet(options);
    }

    OutputSpec output(OutputFormat format) {
        return new OutputSpec(
                format,
                strides,
                anchors,
                boxes,
                units,
                scores,
                background,
                firstClass,
                columns,
                Map.of());
    }
}
