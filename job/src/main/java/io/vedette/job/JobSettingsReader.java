package io.vedette.job;

import io.vedette.schema.Topics;
import io.vedette.sources.Pauses;
import io.vedette.sources.ReconnectSettings;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.VideoSettings;
import io.vedette.sources.list.CameraList;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.jspecify.annotations.Nullable;

/** Turns arguments into settings and gathers everything that is wrong with them. */
final class JobSettingsReader {

    static final String PASSWORD_VARIABLE = "VEDETTE_STORE_PASSWORD";

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
        RtspSettings rtsp = arguments.checked(this::rtsp);
        JobSettings.Inference inference =
                mode.infers() ? new InferenceArguments(arguments).read() : null;
        StoreSink.Settings store = mode.infers() ? arguments.checked(this::store) : null;
        int jpegQuality = arguments.between(JobOptions.JPEG_QUALITY, 1, 100);
        Duration pictureInterval = arguments.get(JobOptions.PICTURE_INTERVAL);
        Duration maxAge = arguments.notNegative(JobOptions.CAPTURE_MAX_AGE);
        int maxParallelism = arguments.between(JobOptions.MAX_PARALLELISM, 1, 32_768);
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

    private JobSettings.@Nullable Kafka kafka() {
        boolean given = arguments.isGiven(JobOptions.KAFKA_BOOTSTRAP_SERVERS);
        Topics topics =
                arguments.checked(() -> new Topics(arguments.get(JobOptions.TOPICS_PREFIX)));
        int maxRequestSize =
                arguments.between(JobOptions.KAFKA_MAX_REQUEST_SIZE, 1024, Integer.MAX_VALUE);
        if (!given || topics == null) {
            return null;
        }
        return new JobSettings.Kafka(
                arguments.get(JobOptions.KAFKA_BOOTSTRAP_SERVERS),
                topics,
                arguments.get(JobOptions.TOPICS_CREATE),
                arguments.get(JobOptions.KAFKA_GROUP),
                maxRequestSize,
                arguments.notNegative(JobOptions.KAFKA_LINGER));
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
                arguments.between(JobOptions.STORE_BATCH_MAX_SIZE, 1, 100_000),
                arguments.get(JobOptions.STORE_BATCH_MAX_DELAY));
    }
}
