package io.vedette.models.outputs;

import java.util.ArrayList;
import java.util.List;

/**
 * The anchors of a BlazeFace network: {@code SsdAnchorsCalculator} in {@code
 * mediapipe/calculators/tflite/ssd_anchors_calculator.cc} of google-ai-edge/mediapipe, with anchors
 * of a fixed size.
 *
 * <p>Strides that follow each other and are equal share their cells. Each gives a cell two anchors,
 * or one where the outputs have as few.
 */
final class BlazefaceAnchors {

    private static final int USUAL_WIDTH = 128;
    private static final List<Integer> USUAL_STRIDES = List.of(8, 16, 16, 16);

    private BlazefaceAnchors() {}

    /** The anchors of all strides, of the size of a pixel. */
    static List<AnchorBox> of(DecoderContext context) {
        List<Integer> strides = strides(context);
        int each = isSingle(context, strides) ? 1 : 2;
        List<AnchorBox> anchors = new ArrayList<>();
        int from = 0;
        while (from < strides.size()) {
            int to = from + 1;
            while (to < strides.size() && strides.get(to).equals(strides.get(from))) {
                to++;
            }
            addCells(context, strides.get(from), each * (to - from), anchors);
            from = to;
        }
        return anchors;
    }

    /** Those of a package, else those of a picture 128 wide, which grow with it. */
    private static List<Integer> strides(DecoderContext context) {
        List<Integer> given = context.spec().strides();
        int times = Math.max(1, context.raster().width() / USUAL_WIDTH);
        return given.isEmpty() ? USUAL_STRIDES.stream().map(s -> s * times).toList() : given;
    }

    private static boolean isSingle(DecoderContext context, List<Integer> strides) {
        long cells = Grid.cells(context.raster(), strides);
        return context.outputs().stream()
                .anyMatch(output -> output.rank() > 1 && output.size(output.rank() - 2) == cells);
    }

    private static void addCells(
            DecoderContext context, int stride, int each, List<AnchorBox> anchors) {
        for (int y = 0; y < Grid.rows(context.raster(), stride); y++) {
            for (int x = 0; x < Grid.columns(context.raster(), stride); x++) {
                for (int i = 0; i < each; i++) {
                    anchors.add(new AnchorBox((x + 0.5f) * stride, (y + 0.5f) * stride, 1, 1));
                }
            }
        }
    }
}
