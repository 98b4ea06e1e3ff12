package io.vedette.job;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Gpu;
import io.vedette.operators.BatchSettings;
import io.vedette.operators.ModelSource;
import io.vedette.schema.Topics;
import io.vedette.sources.Pauses;
import io.vedette.sources.ReconnectSettings;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.VideoSettings;
import io.vedette.sources.list.CameraList;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.configuration.ConfigOption;
import org.jspecify.annotations.Nullable;

/** Turns arguments into settings and gathers everything that is wrong with them. */
final class JobSettingsReader {

    static final String PASSWORD_VARIABLE = "VEDETTE_STORE_PASSWORD";
    private static final int MAX_BATCH = 64;

    private final Arguments arguments;
    private final List<String> problems;

    JobSettingsReader(Arguments arguments) {
        this.arguments = arguments;
        this.problems = arguments.problems();
    }

    JobSettings read() {
        Mode mode = arguments.get(JobOptions.MODE);
        JobSettings.Kafka kafka = kafka();
        CameraList cameras = mode.readsCameras() ? cameras(kafka) : CameraList.fixed(List.of());
        boolean bounded = arguments.get(JobOptions.CAMERAS_BOUNDED);
        RtspSettings rtsp = checked(this::rtsp);
        JobSettings.Inference inference = mode.infers() ? inference() : null;
        StoreSink.Settings store = mode.infers() ? checked(this::store) : null;
        int jpegQuality = between(JobOptions.JPEG_QUALITY, 1, 100);
        Duration pictureInterval = arguments.get(JobOptions.PICTURE_INTERVAL);
        Duration maxAge = notNegative(JobOptions.CAPTURE_MAX_AGE);
        int maxParallelism = between(JobOptions.MAX_PARALLELISM, 1, 32_768);
        if (!problems.isEmpty() || rtsp == null || kafka == null) {
            throw new InvalidSettingsException(problems);
        }
        return new JobSettings(
                mode,
                cameras,
                bounded,
                rtsp,
                jpegQuality,
                store == null ? null : pictureInterval,
                maxAge,
                inference,
                kafka,
                store,
                maxParallelism);
    }

    private CameraList cameras(JobSettings.@Nullable Kafka kafka) {
        CameraArguments cameras = new CameraArguments(arguments);
        return kafka == null
                ? cameras.list("", Topics.withDefaultPrefix().cameras())
                : cameras.list(kafka.bootstrapServers(), kafka.topics().cameras());
    }

    private RtspSettings rtsp() {
        return new RtspSettings(
                arguments.get(JobOptions.RTSP_TRANSPORT),
                arguments.get(JobOptions.RTSP_OPEN_TIMEOUT),
                arguments.get(JobOptions.RTSP_READ_TIMEOUT),
                new ReconnectSettings(
                        pauses(
                                JobOptions.RTSP_RECONNECT_INITIAL_DELAY,
                                JobOptions.RTSP_RECONNECT_MAX_DELAY),
                        pauses(
                                JobOptions.RTSP_RECONNECT_REFUSED_INITIAL_DELAY,
                                JobOptions.RTSP_RECONNECT_REFUSED_MAX_DELAY),
                        pauses(
                                JobOptions.RTSP_RECONNECT_LOGIN_INITIAL_DELAY,
                                JobOptions.RTSP_RECONNECT_LOGIN_MAX_DELAY)),
                arguments.get(JobOptions.RTSP_FROZEN_AFTER),
                arguments.get(JobOptions.RTSP_HUNG_AFTER),
                video());
    }

    private VideoSettings video() {
        return new VideoSettings(
                arguments.get(JobOptions.RTSP_PICTURE_TIMEOUT),
                arguments.get(JobOptions.RTSP_CLOCK_MAX_OFFSET),
                new VideoSettings.Tls(
                        arguments.has(JobOptions.RTSP_TLS_CA_FILE)
                                ? arguments.get(JobOptions.RTSP_TLS_CA_FILE)
                                : null,
                        arguments.get(JobOptions.RTSP_TLS_VERIFY)),
                arguments.get(JobOptions.RTSP_DECODE_DEVICE));
    }

    private Pauses pauses(ConfigOption<Duration> initial, ConfigOption<Duration> max) {
        try {
            return new Pauses(arguments.get(initial), arguments.get(max));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Options '%s' and '%s': %s".formatted(initial.key(), max.key(), e.getMessage()),
                    e);
        }
    }

    private JobSettings.@Nullable Inference inference() {
        int maxSize = between(JobOptions.BATCH_MAX_SIZE, 1, MAX_BATCH);
        BatchSettings batch =
                checked(() -> BatchSettings.of(maxSize, arguments.get(JobOptions.BATCH_MAX_DELAY)));
        DetectorSettings detector = checked(this::detector);
        ModelSource source = isGiven(JobOptions.MODEL_PATH) ? checked(this::modelSource) : null;
        ModelPackage model = source == null ? null : model(source);
        if (source == null || model == null || detector == null || batch == null) {
            return null;
        }
        return new JobSettings.Inference(source, model, detector, batch);
    }

    private DetectorSettings detector() {
        return new DetectorSettings(
                arguments.get(JobOptions.INFERENCE_THREADS),
                arguments.get(JobOptions.INFERENCE_DEVICE),
                new Gpu(
                        arguments.get(JobOptions.INFERENCE_GPU_INDEX),
                        arguments.get(JobOptions.INFERENCE_GPU_MEMORY_LIMIT).getBytes()));
    }

    private ModelSource modelSource() {
        return ModelSource.of(
                arguments.get(JobOptions.MODEL_PATH),
                arguments.has(JobOptions.MODEL_CACHE)
                        ? arguments.get(JobOptions.MODEL_CACHE)
                        : null);
    }

    private @Nullable ModelPackage model(ModelSource source) {
        try {
            return source.load();
        } catch (ModelPackageException e) {
            problems.add(e.getMessage());
            return null;
        }
    }

    private JobSettings.@Nullable Kafka kafka() {
        boolean given = isGiven(JobOptions.KAFKA_BOOTSTRAP_SERVERS);
        Topics topics = checked(() -> new Topics(arguments.get(JobOptions.TOPICS_PREFIX)));
        int maxRequestSize = between(JobOptions.KAFKA_MAX_REQUEST_SIZE, 1024, Integer.MAX_VALUE);
        if (!given || topics == null) {
            return null;
        }
        return new JobSettings.Kafka(
                arguments.get(JobOptions.KAFKA_BOOTSTRAP_SERVERS),
                topics,
                arguments.get(JobOptions.TOPICS_CREATE),
                arguments.get(JobOptions.KAFKA_GROUP),
                maxRequestSize);
    }

    private StoreSink.@Nullable Settings store() {
        if (!arguments.has(JobOptions.STORE_URL)) {
            return null;
        }
        String fromEnvironment = System.getenv(PASSWORD_VARIABLE);
        String password =
                arguments.has(JobOptions.STORE_PASSWORD) || fromEnvironment == null
                        ? arguments.get(JobOptions.STORE_PASSWORD)
                        : fromEnvironment;
        return JobSettings.store(
                arguments.get(JobOptions.STORE_URL),
                arguments.get(JobOptions.STORE_USER),
                password,
                between(JobOptions.STORE_BATCH_MAX_SIZE, 1, 100_000),
                arguments.get(JobOptions.STORE_BATCH_MAX_DELAY));
    }

    private boolean isGiven(ConfigOption<String> option) {
        boolean given = arguments.has(option) && !arguments.get(option).isBlank();
        if (!given) {
            problems.add("Option '%s' must be given.".formatted(option.key()));
        }
        return given;
    }

    private int between(ConfigOption<Integer> option, int min, int max) {
        int value = arguments.get(option);
        if (value < min || value > max) {
            problems.add(
                    "Option '%s' must be between %d and %d but was %d."
                            .formatted(option.key(), min, max, value));
            return option.defaultValue();
        }
        return value;
    }

    private Duration notNegative(ConfigOption<Duration> option) {
        Duration value = arguments.get(option);
        if (value.isNegative()) {
            problems.add(
                    "Option '%s' must not be negative but was %s.".formatted(option.key(), value));
        }
        return value;
    }

    private <T> @Nullable T checked(Supplier<@Nullable T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }
}
