package io.vedette.models;

import ai.onnxruntime.OrtException;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first runs of a graph, on blank frames.
 *
 * @param outputs of the graph, with the shapes of the run
 * @param batchLimit frames that share a run; {@link Integer#MAX_VALUE} where any number can
 * @param warning why that are fewer than the graph declares
 */
record WarmUp(List<Tensor> outputs, int batchLimit, Optional<String> warning) {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final long MAX_BATCH = 1024;

    /** A gigabyte of floats. */
    private static final long MAX_INPUT_NUMBERS = 1L << 28;

    /**
     * Runs a graph with its fixed batch, or with one frame and then with two.
     *
     * <p>A graph that declares any batch and then fails with two frames, or answers for one of them
     * only, is given one frame at a time.
     *
     * @param problems takes what keeps it from running
     * @return null where it does not run
     */
    static @Nullable WarmUp run(
            ModelPackage model, OnnxSession session, GraphInputs inputs, List<String> problems) {
        boolean open = inputs.batch() == Tensor.OPEN;
        long batch = open ? 1 : inputs.batch();
        if (batch > MAX_BATCH || batch * model.rasterSpec().size() > MAX_INPUT_NUMBERS) {
            problems.add(
                    "a run of the graph takes %d frames of %d numbers; it may take %d frames, and %d numbers in all."
                            .formatted(
                                    batch,
                                    model.rasterSpec().size(),
                                    MAX_BATCH,
                                    MAX_INPUT_NUMBERS));
            return null;
        }
        try {
            List<Tensor> outputs = outputs(session, run(model, session, inputs, (int) batch));
            return open
                    ? tryPair(model, session, inputs, outputs)
                    : new WarmUp(outputs, (int) batch, Optional.empty());
        } catch (OrtException e) {
            problems.add("the network fails to run: " + e.getMessage());
            return null;
        }
    }

    private static List<RawOutput> run(
            ModelPackage model, OnnxSession session, GraphInputs inputs, int batch)
            throws OrtException {
        List<Frame> frames = Collections.nCopies(batch, StillFrame.blank(model.rasterSpec()));
        return session.run(inputs.feeds(session, frames, batch), batch);
    }

    private static List<Tensor> outputs(OnnxSession session, List<RawOutput> run) {
        List<Tensor> outputs = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            outputs.add(session.signature().outputs().get(i).withShape(run.get(i).shape()));
        }
        return outputs;
    }

    private static WarmUp tryPair(
            ModelPackage model, OnnxSession session, GraphInputs inputs, List<Tensor> single) {
        String reason;
        try {
            List<Tensor> pair = outputs(session, run(model, session, inputs, 2));
            if (isPair(single, pair)) {
                return new WarmUp(single, Integer.MAX_VALUE, Optional.empty());
            }
            reason = "it puts out " + Tensor.listed(pair);
        } catch (OrtException e) {
            reason = String.valueOf(e.getMessage());
        }
        String warning =
                "the graph declares any batch but fails with two frames, so it is given one at a"
                        + " time: "
                        + reason;
        LOG.warn("{}: {}", model, warning);
        return new WarmUp(single, 1, Optional.of(warning));
    }

    /** Whether every output that was of one frame is of two frames now. */
    private static boolean isPair(List<Tensor> single, List<Tensor> pair) {
        for (int i = 0; i < single.size(); i++) {
            boolean ofFrames = single.get(i).rank() > 1 && single.get(i).size(0) == 1;
            if (ofFrames && pair.get(i).size(0) != 2) {
                return false;
            }
        }
        return true;
    }
}
