package io.vedette.models.outputs;

/** Makes candidates of finished boxes, whatever their form and units. */
final class BoxReader {

    private final BoxForm form;
    private final float scaleX;
    private final float scaleY;

    /** Of boxes as a package describes them. */
    BoxReader(DecoderContext context) {
        form = context.spec().boxes();
        scaleX = context.spec().units().scaleX(context.raster());
        scaleY = context.spec().units().scaleY(context.raster());
    }

    /** Of boxes in pixels. */
    BoxReader(BoxForm form) {
        this.form = form;
        scaleX = 1;
        scaleY = 1;
    }

    /**
     * Adds a candidate for each class that was selected.
     *
     * @param row begins with the four numbers of the box
     */
    void add(float[] row, RowScores scores, int selected, Candidates found) {
        if (selected == 0) {
            return;
        }
        float left = scaleX * form.left(row[0], row[1], row[2], row[3]);
        float top = scaleY * form.top(row[0], row[1], row[2], row[3]);
        float right = scaleX * form.right(row[0], row[1], row[2], row[3]);
        float bottom = scaleY * form.bottom(row[0], row[1], row[2], row[3]);
        for (int i = 0; i < selected; i++) {
            found.add(left, top, right, bottom, scores.score(i), scores.classId(i));
        }
    }
}
