package io.vedette.models.outputs;

import io.vedette.schema.RasterSpec;

/** Reads four numbers as a box, in pixels of the network's input or of the source frame. */
final class BoxReader {

    private final BoxForm form;
    private final float scaleX;
    private final float scaleY;

    BoxReader(BoxForm form, BoxUnits units, RasterSpec raster) {
        this.form = form;
        this.scaleX = units.scaleX(raster);
        this.scaleY = units.scaleY(raster);
    }

    /** Boxes as a package describes them. */
    static BoxReader of(DecoderContext context) {
        OutputSpec spec = context.spec();
        return new BoxReader(spec.boxes(), spec.units(), context.raster());
    }

    /** Adds the box whose numbers start at a position. */
    void add(float[] values, int from, float score, int classId, Candidates found) {
        float a = values[from];
        float b = values[from + 1];
        float c = values[from + 2];
        float d = values[from + 3];
        found.add(
                form.left(a, b, c, d) * scaleX,
                form.top(a, b, c, d) * scaleY,
                form.right(a, b, c, d) * scaleX,
                form.bottom(a, b, c, d) * scaleY,
                score,
                classId);
    }

    /** Adds the box that a row begins with, once for each class that was selected. */
    void add(float[] row, RowScores scores, int selected, Candidates found) {
        for (int i = 0; i < selected; i++) {
            add(row, 0, scores.score(i), scores.classId(i), found);
        }
    }
}
