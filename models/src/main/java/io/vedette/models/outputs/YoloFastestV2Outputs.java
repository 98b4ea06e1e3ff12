package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the heads of Yolo-FastestV2 in a graph's outputs by their sizes.
 *
 * <p>The toolkit's export has an output {@code [batch, rows, columns, 5 * anchors + classes]} for
 * each stride, of probabilities; some join these to one, {@code [cells, 5 * anchors + classes]}.
 * Without its export flag there are three outputs for each stride, of logits: {@code [batch, 4 *
 * anchors, rows, columns]}, {@code [batch, anchors, rows, columns]} and {@code [batch, classes,
 * rows, columns]}. Where two of them are of one size they come in this order.
 */
final class YoloFastestV2Outputs {

    private static final int BOX = 4;

    private final DecoderContext context;
    private final boolean[] taken;

    YoloFastestV2Outputs(DecoderContext context) {
        this.context = context;
        this.taken = new boolean[context.outputs().size()];
    }

    /** Whether boxes, objectness and classes are outputs of their own, before any activation. */
    boolean areRaw() {
        return context.outputs().size() == 3 * context.spec().strides().size();
    }

    /** Empty, with a problem noted, where a head is missing. */
    List<SharedScoresHead> find() {
        List<AnchorHead> heads = AnchorHeads.wanted(context, BOX + 1);
        List<SharedScoresHead> found = new ArrayList<>();
        int first = 0;
        for (AnchorHead head : heads) {
            @Nullable SharedScoresHead placed = areRaw() ? apart(head) : joined(head, heads, first);
            if (placed != null) {
                found.add(placed);
            }
            first += head.cells();
        }
        if (found.size() < heads.size()) {
            refuse();
            return List.of();
        }
        return found;
    }

    private @Nullable SharedScoresHead apart(AnchorHead head) {
        int boxes = takeMap(BOX * head.anchorCount(), head);
        int objectness = takeMap(head.anchorCount(), head);
        int classes = takeMap(context.classes(), head);
        return boxes < 0 || objectness < 0 || classes < 0
                ? null
                : new SharedScoresHead(
                        head, map(boxes, head), map(objectness, head), map(classes, head));
    }

    private int takeMap(int channels, AnchorHead head) {
        for (int i = 0; i < taken.length; i++) {
            Tensor output = context.outputs().get(i);
            if (!taken[i]
                    && output.rank() == 4
                    && output.fits(1, channels)
                    && output.fits(2, head.rows())
                    && output.fits(3, head.columns())) {
                taken[i] = true;
                return i;
            }
        }
        return -1;
    }

    private TablePlace map(int output, AnchorHead head) {
        return TablePlace.map(output, context.outputs().get(output), head.cells());
    }

    private @Nullable SharedScoresHead joined(AnchorHead head, List<AnchorHead> heads, int first) {
        int numbers = (BOX + 1) * head.anchorCount() + context.classes();
        int cells = heads.stream().mapToInt(AnchorHead::cells).sum();
        for (int i = 0; i < context.outputs().size(); i++) {
            Tensor output = context.outputs().get(i);
            int rank = output.rank();
            if (rank < 2 || !output.fits(rank - 1, numbers)) {
                continue;
            }
            if (rank < 4 && output.fits(rank - 2, cells)) {
                return parts(head, TablePlace.rows(i, rank == 3, cells, numbers), first);
            }
            if (rank == 4 && output.fits(1, head.rows()) && output.fits(2, head.columns())) {
                return parts(head, TablePlace.rows(i, true, head.cells(), numbers), 0);
            }
        }
        return null;
    }

    private static SharedScoresHead parts(AnchorHead head, TablePlace rows, int first) {
        TablePlace own = rows.candidates(first, head.cells());
        int boxes = BOX * head.anchorCount();
        return new SharedScoresHead(
                head, own, own.numbers(boxes), own.numbers(boxes + head.anchorCount()));
    }

    private void refuse() {
        context.problem(
                "format %s with %d labels and strides %s has outputs [batch, rows, columns, 5 *"
                        + " anchors + classes], [cells, 5 * anchors + classes] or three maps for"
                        + " each stride but the graph has %s.",
                context.spec().format().key(),
                context.classes(),
                context.spec().strides(),
                Tensor.listed(context.outputs()));
    }
}
