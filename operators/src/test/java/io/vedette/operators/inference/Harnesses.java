package io.vedette.operators.inference;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Harnesses of the operator, also for other packages. */
public final class Harnesses {

    private Harnesses() {}

    /** One subtask of one. */
    public static <K, IN, R, OUT> KeyedOneInputStreamOperatorTestHarness<K, IN, OUT> of(
            InferenceEngineFactory<IN, R> engines,
            InferenceFunction<IN, R, OUT> function,
            InferenceSettings settings,
            KeySelector<IN, K> key,
            TypeInformation<K> keyType)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new BatchInferenceOperatorFactory<>(engines, function, settings), key, keyType);
    }
}
