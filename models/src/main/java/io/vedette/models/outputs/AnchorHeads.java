package io.vedette.models.outputs;

import io.vedette.models.onnx.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the raw heads, one for each stride, in a graph's outputs by their sizes: in any order, each
 * an output of its own whose dimensions lie as in a {@link HeadOrder}, or one after the other in a
 * single output {@code [batch, candidates, numbers]}.
 */
final class AnchorHeads {

    private final DecoderContext context;
    private final int numbers;

    /**
     * @param others numbers of a candidate besides its class scores
     */
    AnchorHeads(DecoderContext context, int others) {
        this.context = context;
        this.numbers = others + context.classes();
    }

    /** Empty, with a problem noted, where a head is missing. */
    List<PlacedHead> find() {
        List<AnchorHead> heads = wanted(context, numbers - context.classes());
        if (heads.isEmpty()) {
            return List.of();
        }
        for (HeadOrder order : HeadOrder.values()) {
            List<PlacedHead> placed = apart(heads, order);
            if (placed.size() == heads.size()) {
                return placed;
            }
        }
        return together(heads);
    }

    /**
     * The heads that a package describes, one for each stride.
     *
     * @param others numbers of a candidate besides its class scores
     * @return empty, with a problem noted, where strides and anchors are not as many
     */
    static List<AnchorHead> wanted(DecoderContext context, int others) {
        List<Integer> strides = context.spec().strides();
        List<List<Float>> anchors = context.spec().anchors();
        if (strides.size() != anchors.size()) {
            context.problem(
                    "'output.anchors' must be a list for each of the %d strides but there are %d.",
                    strides.size(), anchors.size());
            return List.of();
        }
        return IntStream.range(0, strides.size())
                .mapToObj(
                        i ->
                                new AnchorHead(
                                        strides.get(i),
                                        anchors.get(i),
                                        others + context.classes(),
                                        Grid.rows(context.raster(), strides.get(i)),
                                        Grid.columns(context.raster(), strides.get(i))))
                .toList();
    }

    /** Those heads that have an output of their own. */
    private List<PlacedHead> apart(List<AnchorHead> heads, HeadOrder order) {
        List<PlacedHead> placed = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (AnchorHead head : heads) {
            for (int output = 0; output < context.outputs().size(); output++) {
                if (order.fits(context.outputs().get(output), head) && taken.add(output)) {
                    placed.add(new PlacedHead(head, order, output, 0));
                    break;
                }
            }
        }
        return placed;
    }

    /** All heads, in one output. */
    private List<PlacedHead> together(List<AnchorHead> heads) {
        long candidates = heads.stream().mapToLong(AnchorHead::candidates).sum();
        List<PlacedHead> placed = new ArrayList<>();
        for (int output = 0; output < context.outputs().size(); output++) {
            Tensor tensor = context.outputs().get(output);
            if (placed.isEmpty()
                    && tensor.rank() == 3
                    && tensor.fits(1, candidates)
                    && tensor.fits(2, numbers)) {
                int offset = 0;
                for (AnchorHead head : heads) {
                    placed.add(new PlacedHead(head, HeadOrder.ANCHOR_CELL_NUMBER, output, offset));
                    offset += head.candidates() * numbers;
                }
            }
        }
        if (placed.isEmpty()) {
            refuse(heads);
        }
        return placed;
    }

    private void refuse(List<AnchorHead> heads) {
        context.problem(
                "format %s with %d labels and strides %s has outputs of %s numbers (anchors x (5 +"
                        + " classes) x rows x columns) but the graph has %s.",
                context.spec().format().key(),
                context.classes(),
                context.spec().strides(),
                heads.stream().map(AnchorHead::toString).collect(Collectors.joining(", ")),
                Tensor.listed(context.outputs()));
    }
}
