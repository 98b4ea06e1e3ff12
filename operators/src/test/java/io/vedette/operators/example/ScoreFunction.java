package io.vedette.operators.example;

import io.vedette.operators.inference.InferenceFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;

/**
 * Numbers each author's messages, in keyed state; those that have no tone go to {@link #FAILED}.
 */
final class ScoreFunction extends InferenceFunction<Message, Double, ScoredMessage> {

    static final OutputTag<String> FAILED = new OutputTag<>("failed", Types.STRING);

    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public int priority(Message message) {
        return message.author().equals("support") ? 1 : 0;
    }

    @Override
    public void onResult(Message message, Double tone, Timing timing, Emitter<ScoredMessage> out)
            throws Exception {
        long number = count.value() == null ? 1 : count.value() + 1;
        count.update(number);
        out.collect(new ScoredMessage(message.author(), number, message.text(), tone));
    }

    @Override
    public void onFailure(Message message, Exception cause, Emitter<ScoredMessage> out) {
        out.collect(FAILED, message.author() + ": " + cause.getMessage());
    }
}
