package io.vedette.bench.stand;

import io.vedette.schema.Camera;
import io.vedette.schema.Frame;
import io.vedette.sources.CaptureSettings;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.RtspSource;
import io.vedette.sources.list.CameraList;
import io.vedette.sources.list.StatusChannel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A job in this process whose one reader watches some cameras, from its start until it is closed.
 */
public final class WatchedJob implements AutoCloseable {

    private static final int MAX_PARALLELISM = 128;
    private static final int JPEG_QUALITY = 80;
    private static final int CLOSE_SECONDS = 30;

    private final StreamExecutionEnvironment environment;
    private final JobClient job;

    private WatchedJob(StreamExecutionEnvironment environment, JobClient job) {
        this.environment = environment;
        this.job = job;
    }

    /** Starts it; frames go to {@link SightingFunction}. */
    public static WatchedJob start(List<Camera> cameras, RtspSettings rtsp) throws Exception {
        SightingFunction.clear();
        return start(CameraList.fixed(cameras), rtsp, new SightingFunction());
    }

    /** Starts it; frames go to a function in the same chain. */
    public static WatchedJob start(
            CameraList cameras, RtspSettings rtsp, ProcessFunction<Frame, Frame> then)
            throws Exception {
        CameraGauges.clear();
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, configuration());
        environment.setMaxParallelism(MAX_PARALLELISM);
        RtspSource source =
                new RtspSource(
                        cameras,
                        StatusChannel.none(),
                        new CaptureSettings(TimeCode.RASTER, null, JPEG_QUALITY),
                        rtsp,
                        MAX_PARALLELISM,
                        false);
        environment
                .fromSource(
                        source,
                        WatermarkStrategy.forMonotonousTimestamps(),
                        "Cameras",
                        TypeInformation.of(Frame.class))
                .process(then)
                .sinkTo(new DiscardingSink<>());
        return new WatchedJob(environment, environment.executeAsync("bench"));
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        MetricOptions.forReporter(configuration, CameraGauges.NAME)
                .set(MetricOptions.REPORTER_FACTORY_CLASS, CameraGauges.Factory.class.getName());
        return configuration;
    }

    /** For people: running, or what became of it. */
    public String status() {
        return job.getJobStatus()
                .handle((status, gone) -> status == null ? "gone" : status.toString())
                .join();
    }

    /** Cancels it and waits for its end. */
    @Override
    public void close() throws IOException {
        var end = job.getJobExecutionResult().handle((result, cancelled) -> true);
        job.cancel().join();
        end.orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).join();
        try {
            environment.close();
        } catch (Exception e) {
            throw new IOException("the job does not close", e);
        }
    }
}
