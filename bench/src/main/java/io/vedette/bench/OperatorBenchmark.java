package io.vedette.bench;

import io.vedette.operators.inference.BatchInference;
import io.vedette.operators.inference.InferenceEngine;
import io.vedette.operators.inference.InferenceEngineFactory;
import io.vedette.operators.inference.InferenceFunction;
import io.vedette.operators.inference.InferenceSettings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the inference operator itself costs an element, in a job of its own with engines that do
 * nothing: a whole job's time, shared among its elements. What is left without the operator is
 * {@link #without}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class OperatorBenchmark {

    private static final int ELEMENTS = 300_000;
    private static final int KEYS = 4;

    @Param({"1", "2"})
    private int engines;

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public void inferred() throws Exception {
        StreamExecutionEnvironment environment = environment();
        KeyedStream<Long, Long> keyed =
                DataStreamUtils.reinterpretAsKeyedStream(
                        numbers(environment), number -> number % KEYS, Types.LONG);
        BatchInference.apply(
                        keyed,
                        new IdleEngines(),
                        new PassOn(),
                        Types.LONG,
                        InferenceSettings.defaults().withEngines(engines))
                .sinkTo(new DiscardingSink<>());
        environment.execute();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public void without() throws Exception {
        StreamExecutionEnvironment environment = environment();
        numbers(environment).sinkTo(new DiscardingSink<>());
        environment.execute();
    }

    private static StreamExecutionEnvironment environment() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        return StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    }

    private static DataStream<Long> numbers(StreamExecutionEnvironment environment) {
        return environment.fromSource(
                new NumberSequenceSource(1, ELEMENTS), WatermarkStrategy.noWatermarks(), "Numbers");
    }

    private static final class IdleEngines implements InferenceEngineFactory<Long, Long> {

        private static final long serialVersionUID = 1L;

        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public InferenceEngine<Long, Long> create(Place place) {
            return new IdleEngine();
        }
    }

    private static final class IdleEngine implements InferenceEngine<Long, Long> {

        @Override
        public String device() {
            return "none";
        }

        @Override
        public List<Long> infer(List<Long> batch) {
            return batch;
        }

        @Override
        public void close() {}
    }

    private static final class PassOn extends InferenceFunction<Long, Long, Long> {

        private static final long serialVersionUID = 1L;

        @Override
        public void onResult(Long element, Long result, Timing timing, Emitter<Long> out) {
            out.collect(result);
        }

        @Override
        public void onFailure(Long element, Exception cause, Emitter<Long> out) throws Exception {
            throw cause;
        }
    }
}
