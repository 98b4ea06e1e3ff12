package io.vedette.models.outputs;

import io.vedette.models.onnx.RawOutput;
import java.util.List;

/** Boxes with a score for every class: tables that have a row for each candidate. */
final class ScoredBoxesDecoder implements OutputDecoder {

    /**
     * Where the numbers of candidates stand.
     *
     * @param output its index
     * @param width numbers of a candidate in the output
     * @param first the one that matters first
     * @param sideways whether the candidates are the last dimension
     */
    record Table(int output, int width, int first, boolean sideways) {}

    private final BoxReader reader;
    private final RowScores selected;
    private final Table boxes;
    private final Table scores;
    private final boolean batched;
    private final FrameValues boxValues = new FrameValues();
    private final FrameValues scoreValues = new FrameValues();

    /**
     * @param boxes not sideways
     * @param batched whether the outputs' first dimension is the batch; else there is one frame
     */
    ScoredBoxesDecoder(
            BoxReader reader, RowScores selected, Table boxes, Table scores, boolean batched) {
        this.reader = reader;
        this.selected = selected;
        this.boxes = boxes;
        this.scores = scores;
        this.batched = batched;
    }

    @Override
    public int maxBatch() {
        return batched ? Integer.MAX_VALUE : 1;
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        float[] box = boxValues.read(outputs.get(boxes.output()), frame, batched);
        float[] score = scoreValues.read(outputs.get(scores.output()), frame, batched);
        int candidates = boxValues.size() / boxes.width();
        int row = scores.sideways() ? 1 : scores.width();
        int step = scores.sideways() ? candidates : 1;
        for (int i = 0; i < candidates; i++) {
            int count = selected.select(score, i * row + scores.first() * step, step, 1);
            for (int s = 0; s < count; s++) {
                int from = i * boxes.width() + boxes.first();
                reader.add(box, from, selected.score(s), selected.classId(s), found);
            }
        }
    }
}
