package io.vedette.sources;

import io.vedette.schema.DeadLetter;
import io.vedette.schema.Frame;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Sends frames on and malformed records to the side. */
public final class SplitIncomingFunction extends ProcessFunction<IncomingFrame, Frame> {

    /** Where malformed records go. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("malformed-frames", TypeInformation.of(DeadLetter.class));

    private static final long serialVersionUID = 1;

    @Override
    public void processElement(IncomingFrame incoming, Context context, Collector<Frame> frames) {
        if (incoming.frame() != null) {
            frames.collect(incoming.frame());
        } else if (incoming.deadLetter() != null) {
            context.output(DEAD_LETTERS, incoming.deadLetter());
        }
    }
}
