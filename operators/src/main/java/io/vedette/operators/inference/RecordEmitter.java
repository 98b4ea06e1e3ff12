package io.vedette.operators.inference;

import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Emits to a task's outputs with the timestamp of the element in hand. */
final class RecordEmitter<OUT> implements InferenceFunction.Emitter<OUT> {

    private final Output<StreamRecord<OUT>> output;
    private @Nullable Long timestamp;

    RecordEmitter(Output<StreamRecord<OUT>> output) {
        this.output = output;
    }

    RecordEmitter<OUT> at(@Nullable Long newTimestamp) {
        timestamp = newTimestamp;
        return this;
    }

    @Override
    public void collect(OUT value) {
        output.collect(record(value));
    }

    @Override
    public <X> void collect(OutputTag<X> tag, X value) {
        output.collect(tag, record(value));
    }

    private <T> StreamRecord<T> record(T value) {
        return timestamp == null ? new StreamRecord<>(value) : new StreamRecord<>(value, timestamp);
    }
}
