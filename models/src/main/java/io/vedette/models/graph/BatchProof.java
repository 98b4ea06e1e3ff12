package io.vedette.models.graph;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import io.vedette.models.inputs.NumberWriter;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How the outputs of a graph compare when frames share a run and when each has its own.
 *
 * @param batches the numbers of frames that were tried
 * @param largestDifference between two values, relative to the largest value of their output
 */
public record BatchProof(List<Integer> batches, float largestDifference) {

    private static final List<Integer> BATCHES = List.of(1, 2, 4);
    private static final float TOLERANCE = 1e-4f;
    private static final int SEED = 20261124;

    public BatchProof {
        batches = List.copyOf(batches);
    }

    /** Whether all outputs are the same to the last bit. */
    public boolean isExact() {
        return largestDifference == 0;
    }

    /**
     * Runs both graphs on random inputs.
     *
     * @throws GraphChangeException if outputs differ by more than one in ten thousand
     */
    static BatchProof of(OnnxSession before, OnnxSession after) throws OrtException {
        float largest = 0;
        for (int batch : BATCHES) {
            List<RawOutput> together = run(after, batch, 0);
            for (int frame = 0; frame < batch; frame++) {
                List<RawOutput> alone = run(before, 1, frame);
                for (int i = 0; i < alone.size(); i++) {
                    largest =
                            Math.max(largest, compare(alone.get(i), together.get(i), batch, frame));
                }
            }
        }
        return new BatchProof(BATCHES, largest);
    }

    /** Runs a graph on the random frames from one on. */
    private static List<RawOutput> run(OnnxSession session, int batch, int first)
            throws OrtException {
        List<Feed> feeds = new ArrayList<>();
        for (Tensor input : session.signature().inputs()) {
            feeds.add(feed(session, input, batch, first));
        }
        return session.run(feeds, batch);
    }

    private static Feed feed(OnnxSession session, Tensor input, int batch, int first)
            throws OrtException {
        long[] shape = input.shape().stream().mapToLong(Long::longValue).toArray();
        boolean isOfFrames = shape.length > 1;
        if (isOfFrames) {
            shape[0] = batch;
        }
        long each = 1;
        for (int d = isOfFrames ? 1 : 0; d < shape.length; d++) {
            each = Math.multiplyExact(each, shape[d]);
        }
        if (each <= 0 || !NumberWriter.knows(input.type())) {
            throw new GraphChangeException(
                    "Input %s cannot be filled with numbers for a trial.".formatted(input));
        }
        int frames = isOfFrames ? batch : 1;
        ByteBuffer bytes = session.memory(input.name(), frames * each * input.type().size);
        for (int frame = 0; frame < frames; frame++) {
            fill(bytes, input.type(), each, isOfFrames ? first + frame : 0);
        }
        return new Feed(input.name(), input.type(), shape, bytes.flip());
    }

    private static void fill(ByteBuffer bytes, OnnxJavaType type, long numbers, int frame) {
        Random random = new Random(SEED + frame);
        for (long i = 0; i < numbers; i++) {
            NumberWriter.put(random.nextInt(128), type, bytes);
        }
    }

    private static float compare(RawOutput alone, RawOutput together, int batch, int frame) {
        int size = alone.values().limit();
        if (together.values().limit() != (long) size * batch) {
            throw new GraphChangeException(
                    "Output '%s' has %d numbers for one frame, but %d for %d."
                            .formatted(alone.name(), size, together.values().limit(), batch));
        }
        FloatBuffer own = together.values().slice(frame * size, size);
        float magnitude = 0;
        float difference = 0;
        for (int i = 0; i < size; i++) {
            magnitude = Math.max(magnitude, Math.abs(alone.values().get(i)));
            difference = Math.max(difference, Math.abs(alone.values().get(i) - own.get(i)));
        }
        float largest = difference == 0 ? 0 : difference / magnitude;
        if (!(largest <= TOLERANCE)) {
            throw new GraphChangeException(
                    "Output '%s' of frame %d differs by %s when %d frames share a run."
                            .formatted(alone.name(), frame, largest, batch));
        }
        return largest;
    }
}
