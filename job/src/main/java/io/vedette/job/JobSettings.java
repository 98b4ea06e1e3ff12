package io.vedette.job;

import io.vedette.models.ModelPackage;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.operators.ModelSource;
import io.vedette.operators.inference.InferenceSettings;
import io.vedette.schema.Topics;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.list.CameraList;
import io.vedette.store.StoreSettings;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the job was asked to do, checked: {@link JobOptions} after all rules.
 *
 * @param mode what the job does
 * @param cameras where the list of what is watched comes from; nobody's in mode infer
 * @param bounded whether the job finishes when all cameras have ended
 * @param rtsp how cameras are reached
 * @param jpegQuality of the pictures that the job makes
 * @param pictureInterval at most one picture per camera and interval is kept; null keeps none
 * @param maxAge a live camera's frame that is older is dropped; zero means none is
 * @param inference with which model and how; null in mode ingest
 * @param kafka where records come from and go to
 * @param store where results are kept; null keeps them on Kafka only
 * @param maxParallelism the number of key groups
 */
public record JobSettings(
        Mode mode,
        CameraList cameras,
        boolean bounded,
        RtspSettings rtsp,
        int jpegQuality,
        @Nullable Duration pictureInterval,
        Duration maxAge,
        @Nullable Inference inference,
        Kafka kafka,
        StoreSink.@Nullable Settings store,
        int maxParallelism) {

    /**
     * Reads the command line.
     *
     * @throws InvalidSettingsException naming every problem
     */
    public static JobSettings parse(String... args) {
        return new JobSettingsReader(Arguments.parse(args)).read();
    }

    Inference requiredInference() {
        return Objects.requireNonNull(inference, "Mode ingest has no inference.");
    }

    /**
     * The model and how it is run.
     *
     * @param source where the package is
     * @param model the package, as it was at submission
     * @param detector how the network is run
     * @param settings how each process infers
     */
    public record Inference(
            ModelSource source,
            ModelPackage model,
            DetectorSettings detector,
            InferenceSettings settings) {}

    /**
     * The brokers and what is on them.
     *
     * @param bootstrapServers the brokers, as {@code host:port,host:port}
     * @param topics the names of the topics
     * @param createTopics whether missing topics are made at submission
     * @param group the consumer group that reads frames
     * @param maxRequestSize the largest record that is produced, in bytes
     * @param linger how long a record waits for others before it is sent
     */
    public record Kafka(
            String bootstrapServers,
            Topics topics,
            boolean createTopics,
            String group,
            int maxRequestSize,
            Duration linger) {}

    static StoreSink.Settings store(
            String url, String user, String password, int maxSize, Duration maxDelay) {
        return new StoreSink.Settings(new StoreSettings(url, user, password, 1), maxSize, maxDelay);
    }
}
