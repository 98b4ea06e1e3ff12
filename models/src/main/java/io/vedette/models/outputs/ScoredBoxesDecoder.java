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
    record Table(int output, int width, int first, boolean sideways) {

        /** From the number that matters first. */
        CandidateTable of(RawOutput raw, int from, int candidates) {
            return sideways
                    ? new CandidateTable(
                            raw.values(), from + first * candidates, candidates, 1, candidates)
                    : new CandidateTable(raw.values(), from + first, candidates, width, 1);
        }
    }

    private static final int BOX_SIZE = 4;

    private final BoxReader reader;
    private final RowScores selected;
    private final Table boxes;
    private final Table scores;
    private final boolean batched;
    private final StrongCandidates strong;
    private final float[] box = new float[BOX_SIZE];
    private final float[] scoreRow;

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
        this.strong = selected.strongCandidates(0);
        this.scoreRow = new float[scores.width() - scores.first()];
    }

    @Override
    public int maxBatch() {
        return batched ? Integer.MAX_VALUE : 1;
    }

    @Override
    public void decode(List<RawOutput> outputs, int frame, Candidates found) {
        int candidates = frameSize(outputs.get(boxes.output())) / boxes.width();
        CandidateTable boxTable = table(boxes, outputs, frame, candidates);
        CandidateTable scoreTable = table(scores, outputs, frame, candidates);
        for (int i = strong.first(scoreTable); i < candidates; i = strong.after(i)) {
            scoreTable.copy(i, scoreRow);
            int count = selected.select(scoreRow, 0, 1, 1);
            if (count > 0) {
                boxTable.copy(i, box);
                reader.add(box, selected, count, found);
            }
        }
    }

    private CandidateTable table(Table place, List<RawOutput> outputs, int frame, int candidates) {
        RawOutput raw = outputs.get(place.output());
        return place.of(raw, batched ? frame * frameSize(raw) : 0, candidates);
    }

    private int frameSize(RawOutput raw) {
        return batched ? raw.stride() : raw.values().limit();
    }
}
