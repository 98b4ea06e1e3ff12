package io.vedette.operators.inference;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** Counts the elements of each key in keyed state, those that fail as well. */
final class CountItemsFunction extends InferenceFunction<Item, String, Counted> {

    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public int priority(Item item) {
        return item.priority();
    }

    @Override
    public double weight(Item item) {
        return item.weight();
    }

    @Override
    public void onResult(Item item, String answer, Timing timing, Emitter<Counted> out)
            throws Exception {
        out.collect(new Counted(item.key(), item.number(), next(), answer, ""));
    }

    @Override
    public void onFailure(Item item, Exception cause, Emitter<Counted> out) throws Exception {
        out.collect(new Counted(item.key(), item.number(), next(), "", cause.toString()));
    }

    private long next() throws Exception {
        Long before = count.value();
        long now = before == null ? 1 : before + 1;
        count.update(now);
        return now;
    }
}
