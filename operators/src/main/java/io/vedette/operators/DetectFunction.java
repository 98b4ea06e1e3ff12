package io.vedette.operators;

import io.vedette.operators.inference.InferenceFunction;
import io.vedette.schema.DeadLetter;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.FrameResult;
import io.vedette.schema.LatencyMs;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.apache.flink.util.OutputTag;

/**
 * Detects objects in frames, keyed by camera.
 *
 * <p>Every frame gives one {@link FrameResult}, also when nothing was seen, or, when its inference
 * fails, one {@link DeadLetter} on {@link #DEAD_LETTERS}. A frame that carries its picture also
 * gives one {@link Snapshot} on {@link #PICTURES}, with the very same result. The state is one
 * {@link LastSeen} per camera. Under {@code <operator scope>.detect} the histogram {@code
 * frameAgeMillis} has the time from capture to emission.
 */
public final class DetectFunction extends InferenceFunction<Frame, List<Detection>, FrameResult> {

    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("undetected", TypeInformation.of(DeadLetter.class));

    public static final OutputTag<Snapshot> PICTURES =
            new OutputTag<>("pictures", TypeInformation.of(Snapshot.class));

    static final String GROUP = "detect";
    static final String FRAME_AGE = "frameAgeMillis";

    /** How many of the newest values the histogram speaks of. */
    private static final int WINDOW = 1_000;

    private static final String STAGE = "detect";

    private final ModelRef model;
    private final Numbering numbering;

    private transient ValueState<LastSeen> lastSeen;
    private transient Histogram frameAge;

    public DetectFunction(ModelRef model, Numbering numbering) {
        this.model = model;
        this.numbering = numbering;
    }

    @Override
    public void open(OpenContext context) {
        lastSeen =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "last-seen", TypeInformation.of(LastSeen.class)));
        frameAge =
                getRuntimeContext()
                        .getMetricGroup()
                        .addGroup(GROUP)
                        .histogram(FRAME_AGE, new DescriptiveStatisticsHistogram(WINDOW));
    }

    @Override
    public int priority(Frame frame) {
        return frame.share().priority();
    }

    @Override
    public double weight(Frame frame) {
        return frame.share().weight();
    }

    @Override
    public void onResult(
            Frame frame, List<Detection> detections, Timing timing, Emitter<FrameResult> out)
            throws Exception {
        FrameResult result =
                new FrameResult(
                        frame.camera(),
                        number(frame),
                        frame.capturedAt(),
                        frame.width(),
                        frame.height(),
                        frame.arrivedAt(),
                        model,
                        latency(frame, timing),
                        detections);
        out.collect(result);
        frameAge.update(Duration.between(frame.capturedAt(), Instant.now()).toMillis());
        byte[] picture = frame.picture();
        if (picture != null) {
            out.collect(PICTURES, new Snapshot(result, picture));
        }
    }

    @Override
    public void onFailure(Frame frame, Exception cause, Emitter<FrameResult> out) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        out.collect(DEAD_LETTERS, DeadLetter.of(frame, STAGE, reason));
    }

    private long number(Frame frame) throws Exception {
        if (numbering == Numbering.AS_GIVEN) {
            return frame.sequence();
        }
        LastSeen now = LastSeen.after(lastSeen.value(), frame);
        lastSeen.update(now);
        return now.sequence();
    }

    private static LatencyMs latency(Frame frame, Timing timing) {
        Duration total = Duration.between(frame.arrivedAt(), Instant.now());
        return new LatencyMs(
                timing.queueNanos() / 1e6, timing.inferenceNanos() / 1e6, total.toNanos() / 1e6);
    }

    /** What the sequence of a result is. */
    public enum Numbering {
        /** The frame's own, for frames that were numbered once and for all. */
        AS_GIVEN,
        /** The frame's own, going on after a restart of a source that counts from 0 again. */
        CONTINUED
    }
}
