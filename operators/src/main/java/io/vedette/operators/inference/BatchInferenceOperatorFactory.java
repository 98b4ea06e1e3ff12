package io.vedette.operators.inference;

import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes a {@link BatchInferenceOperator} that may be chained to its source. */
final class BatchInferenceOperatorFactory<IN, R, OUT> extends AbstractStreamOperatorFactory<OUT>
        implements OneInputStreamOperatorFactory<IN, OUT> {

    private final InferenceEngineFactory<IN, R> engines;
    private final InferenceFunction<IN, R, OUT> function;
    private final InferenceSettings settings;

    BatchInferenceOperatorFactory(
            InferenceEngineFactory<IN, R> engines,
            InferenceFunction<IN, R, OUT> function,
            InferenceSettings settings) {
        this.engines = engines;
        this.function = function;
        this.settings = settings;
        this.chainingStrategy = ChainingStrategy.ALWAYS;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <T extends StreamOperator<OUT>> T createStreamOperator(
            StreamOperatorParameters<OUT> parameters) {
        return (T) new BatchInferenceOperator<>(parameters, engines, function, settings);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
        return BatchInferenceOperator.class;
    }
}
