package io.vedette.job;

import io.vedette.operators.DetectFunction;
import io.vedette.operators.DetectFunction.Numbering;
import io.vedette.operators.PackagedDetectorFactory;
import io.vedette.operators.inference.BatchInference;
import io.vedette.schema.DeadLetter;
import io.vedette.schema.Frame;
import io.vedette.schema.FrameResult;
import io.vedette.schema.RasterSpec;
import io.vedette.sources.CaptureSettings;
import io.vedette.sources.DecodeJpegFunction;
import io.vedette.sources.IncomingFrame;
import io.vedette.sources.KafkaFramesSource;
import io.vedette.sources.RtspSource;
import io.vedette.sources.SplitIncomingFunction;
import io.vedette.sources.list.StatusChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The graph of the job, in each of its modes. */
public final class Pipeline {

    private static final Duration IDLE_AFTER = Duration.ofSeconds(5);
    private static final Duration KAFKA_DISORDER = Duration.ofSeconds(5);

    private static final TypeInformation<Frame> FRAME = TypeInformation.of(Frame.class);

    private final JobSettings settings;
    private final Sinks sinks;

    private Pipeline(JobSettings settings, Sinks sinks) {
        this.settings = settings;
        this.sinks = sinks;
    }

    /** Adds the job to an environment, with the sinks that the settings name. */
    public static void build(StreamExecutionEnvironment env, JobSettings settings) {
        build(env, settings, Sinks.of(settings));
    }

    /** Adds the job to an environment, with sinks of the caller's choice. */
    static void build(StreamExecutionEnvironment env, JobSettings settings, Sinks sinks) {
        Environments.prepare(env, settings);
        Pipeline pipeline = new Pipeline(settings, sinks);
        switch (settings.mode()) {
            case WATCH -> pipeline.watch(env);
            case INGEST -> pipeline.ingest(env);
            case INFER -> pipeline.infer(env);
        }
    }

    /** How Flink calls the job. */
    public static String name(JobSettings settings) {
        return "Vedette " + settings.mode().name().toLowerCase(Locale.ROOT);
    }

    private void watch(StreamExecutionEnvironment env) {
        DataStream<Frame> frames = cameras(env, raster(), settings.pictureInterval());
        SingleOutputStreamOperator<FrameResult> results = detect(frames, Numbering.CONTINUED);
        report(results);
        bury(results.getSideOutput(DetectFunction.DEAD_LETTERS));
    }

    private void ingest(StreamExecutionEnvironment env) {
        DataStream<Frame> frames = cameras(env, null, Duration.ZERO);
        frames.sinkTo(sinks.frames()).name("Publish frames").uid("publish-frames");
    }

    private void infer(StreamExecutionEnvironment env) {
        SingleOutputStreamOperator<Frame> checked = checked(records(env));
        SingleOutputStreamOperator<Frame> decoded = decoded(checked);
        SingleOutputStreamOperator<FrameResult> results = detect(decoded, Numbering.AS_GIVEN);
        report(results);
        bury(
                checked.getSideOutput(SplitIncomingFunction.DEAD_LETTERS)
                        .union(
                                decoded.getSideOutput(DecodeJpegFunction.DEAD_LETTERS),
                                results.getSideOutput(DetectFunction.DEAD_LETTERS)));
    }

    private DataStream<Frame> cameras(
            StreamExecutionEnvironment env,
            @Nullable RasterSpec raster,
            @Nullable Duration pictureInterval) {
        RtspSource source =
                new RtspSource(
                        settings.cameras(),
                        StatusChannel.topic(
                                settings.kafka().bootstrapServers(),
                                settings.kafka().topics().cameraStatus()),
                        new CaptureSettings(
                                raster, pictureInterval, settings.jpegQuality(), settings.maxAge()),
                        settings.rtsp(),
                        settings.maxParallelism(),
                        settings.bounded());
        WatermarkStrategy<Frame> watermarks =
                WatermarkStrategy.<Frame>forMonotonousTimestamps().withIdleness(IDLE_AFTER);
        return env.fromSource(source, watermarks, "Watch cameras", FRAME).uid("watch-cameras");
    }

    private DataStream<IncomingFrame> records(StreamExecutionEnvironment env) {
        JobSettings.Kafka kafka = settings.kafka();
        return env.fromSource(
                        KafkaFramesSource.create(
                                kafka.bootstrapServers(), kafka.topics(), kafka.group(), Map.of()),
                        WatermarkStrategy.<IncomingFrame>forBoundedOutOfOrderness(KAFKA_DISORDER)
                                .withIdleness(IDLE_AFTER),
                        "Read frames",
                        TypeInformation.of(IncomingFrame.class))
                .uid("read-frames");
    }

    private static SingleOutputStreamOperator<Frame> checked(DataStream<IncomingFrame> records) {
        return records.process(new SplitIncomingFunction())
                .returns(FRAME)
                .name("Check frames")
                .uid("check-frames");
    }

    /** Shuffles JPEGs, which are small, and decodes them where their camera is inferred. */
    private SingleOutputStreamOperator<Frame> decoded(DataStream<Frame> frames) {
        return frames.keyBy(Frame::camera, Types.STRING)
                .process(new DecodeJpegFunction(raster(), settings.pictureInterval()))
                .returns(FRAME)
                .name("Decode frames")
                .uid("decode-frames");
    }

    /** Chained to what comes before: the frames of a camera already are where its state is. */
    private SingleOutputStreamOperator<FrameResult> detect(
            DataStream<Frame> frames, Numbering numbering) {
        JobSettings.Inference inference = settings.requiredInference();
        KeyedStream<Frame, String> byCamera =
                DataStreamUtils.reinterpretAsKeyedStream(frames, Frame::camera, Types.STRING);
        PackagedDetectorFactory detectors =
                new PackagedDetectorFactory(
                        inference.source(), inference.model(), inference.detector());
        return BatchInference.apply(
                        byCamera,
                        detectors,
                        new DetectFunction(detectors.model(), numbering),
                        TypeInformation.of(FrameResult.class),
                        inference.settings())
                .name("Detect objects")
                .uid("detect-objects");
    }

    private void report(SingleOutputStreamOperator<FrameResult> results) {
        results.sinkTo(sinks.detections()).name("Publish detections").uid("publish-detections");
        if (sinks.store() != null) {
            // tasks of their own: they block while the database is busy
            results.sinkTo(sinks.store())
                    .name("Store detections")
                    .uid("store-detections")
                    .disableChaining();
        }
        if (sinks.pictures() != null) {
            results.getSideOutput(DetectFunction.PICTURES)
                    .sinkTo(sinks.pictures())
                    .name("Store pictures")
                    .uid("store-pictures")
                    .disableChaining();
        }
    }

    private void bury(DataStream<DeadLetter> letters) {
        letters.sinkTo(sinks.deadLetters())
                .name("Publish dead letters")
                .uid("publish-dead-letters");
    }

    private RasterSpec raster() {
        return settings.requiredInference().model().rasterSpec();
    }
}
