package io.vedette.models.outputs;

import io.vedette.schema.RasterSpec;
import java.util.List;
import java.util.Map;

/**
 * What a model's outputs mean. Which of the fields matter depends on the format.
 *
 * @param format how detections are encoded
 * @param strides pixels of the input per grid cell, level by level in the order of the outputs
 * @param anchors for each stride the anchor boxes: width, height, width, height, … in pixels
 * @param boxes what the four numbers of a box are
 * @param units what a box's numbers count
 * @param scores what a class score is
 * @param background whether a class means that nothing is there
 * @param firstClass the class index that the first label has
 * @param columns what the numbers of a row of finished detections are
 * @param tensors the graph's outputs by the part they play, where their names do not tell
 */
public record OutputSpec(
        OutputFormat format,
        List<Integer> strides,
        List<List<Float>> anchors,
        BoxForm boxes,
        BoxUnits units,
        ScoreForm scores,
        Background background,
        int firstClass,
        List<Column> columns,
        Map<Part, String> tensors) {

    /** The part that one of several outputs plays. */
    public enum Part {
        BOXES,
        SCORES,
        CLASSES,
        COUNT
    }

    /** What one number of a row of finished detections is. */
    public enum Column {
        /** The first of the four numbers of the box; the others follow it. */
        BOX,
        SCORE,
        CLASS,
        /** The frame of the batch that a row belongs to; negative where the row is empty. */
        FRAME,
        /** A number without a meaning here. */
        SKIP
    }

    public OutputSpec {
        strides = List.copyOf(strides);
        anchors = anchors.stream().map(List::copyOf).toList();
        columns = List.copyOf(columns);
        tensors = Map.copyOf(tensors);
    }

    /** Boxes that the strides and their anchors lay over a picture. */
    public long boxes(RasterSpec raster) {
        long boxes = 0;
        for (int i = 0; i < strides.size(); i++) {
            int anchorsOfCell = i < anchors.size() ? Math.max(1, anchors.get(i).size() / 2) : 1;
            boxes += (long) Grid.cells(raster, strides.get(i)) * anchorsOfCell;
        }
        return boxes;
    }
}
