package io.vedette.operators.inference;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.OutputTag;

/** Turns the result "A1" into "A1 #n", where n counts the results of the key. */
final class CountingFunction extends InferenceFunction<String, String, String> {

    static final OutputTag<String> FAILED = new OutputTag<>("failed") {};

    private ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
    }

    @Override
    public void onResult(String element, String result, Timing timing, Emitter<String> out)
            throws Exception {
        long seen = count.value() == null ? 1 : count.value() + 1;
        count.update(seen);
        out.collect(result + " #" + seen);
    }

    @Override
    public void onFailure(String element, Exception cause, Emitter<String> out) {
        out.collect(FAILED, element + ": " + cause.getMessage());
    }
}
