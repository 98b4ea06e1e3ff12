package io.vedette.job;

import io.vedette.schema.Topics;
import io.vedette.sources.CaptureSettings;
import io.vedette.sources.DecodeDevice;
import io.vedette.sources.RtspSettings;
import io.vedette.sources.VideoSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Every option of the job. They are given to the job's main class as {@code --key value}. */
public final class JobOptions {

    public static final ConfigOption<Mode> MODE =
            ConfigOptions.key("mode")
                    .enumType(Mode.class)
                    .defaultValue(Mode.WATCH)
                    .withDescription(
                            "`watch` (cameras to detections), `ingest` (cameras to the frames"
                                    + " topic) or `infer` (frames topic to detections).");

    public static final ConfigOption<List<String>> CAMERA =
            ConfigOptions.key("camera")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "A camera as `ID=URI`; may be given many times. Without this and"
                                    + " `cameras.file` the job watches the cameras of the topic"
                                    + " `vedette.cameras.v1`, as they are at any moment.");

    public static final ConfigOption<String> CAMERAS_FILE =
            ConfigOptions.key("cameras.file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "A YAML or JSON file with an array of cameras, or with one as"
                                    + " `cameras`, on the JobManager. It is watched: what changes"
                                    + " in it counts within 2 s. Keeps credentials out of the"
                                    + " command line.");

    public static final ConfigOption<Boolean> CAMERAS_BOUNDED =
            ConfigOptions.key("cameras.bounded")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Whether the job finishes when every camera, then a file, has ended."
                                    + " The list is read once then, and not from the topic.");

    public static final ConfigOption<RtspSettings.Transport> RTSP_TRANSPORT =
            ConfigOptions.key("rtsp.transport")
                    .enumType(RtspSettings.Transport.class)
                    .defaultValue(RtspSettings.Transport.TCP)
                    .withDescription(
                            "How RTP travels: `tcp`, `udp`, or `http` for a tunnel through HTTP."
                                    + " `rtsps:` cameras use `tcp` where `udp` is set.");

    public static final ConfigOption<Duration> RTSP_OPEN_TIMEOUT =
            ConfigOptions.key("rtsp.open-timeout")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().openTimeout())
                    .withDescription("How long opening a camera may take.");

    public static final ConfigOption<Duration> RTSP_READ_TIMEOUT =
            ConfigOptions.key("rtsp.read-timeout")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().readTimeout())
                    .withDescription("How long a camera may send nothing before it is reopened.");

    public static final ConfigOption<Duration> RTSP_FROZEN_AFTER =
            ConfigOptions.key("rtsp.frozen-after")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().frozenAfter())
                    .withDescription(
                            "How long a camera may send the same picture before it is reported as"
                                    + " frozen; 0 is for ever.");

    public static final ConfigOption<Duration> RTSP_HUNG_AFTER =
            ConfigOptions.key("rtsp.hung-after")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().hungAfter())
                    .withDescription(
                            "How much longer than its timeout a native call may take before its"
                                    + " thread is given up and another takes its place.");

    public static final ConfigOption<Duration> RTSP_RECONNECT_INITIAL_DELAY =
            ConfigOptions.key("rtsp.reconnect.initial-delay")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().reconnect().usual().initial())
                    .withDescription(
                            "The first pause before a camera that does not answer, or stopped"
                                    + " sending, is opened again.");

    public static final ConfigOption<Duration> RTSP_RECONNECT_MAX_DELAY =
            ConfigOptions.key("rtsp.reconnect.max-delay")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().reconnect().usual().max())
                    .withDescription(
                            "The pause that doubling never exceeds. An attempt at a camera that"
                                    + " does not answer costs no more than a TCP connection and a"
                                    + " question.");

    public static final ConfigOption<Duration> RTSP_RECONNECT_REFUSED_INITIAL_DELAY =
            ConfigOptions.key("rtsp.reconnect.refused.initial-delay")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().reconnect().refused().initial())
                    .withDescription(
                            "The first pause for a camera that has no such stream, no video or an"
                                    + " unknown codec.");

    public static final ConfigOption<Duration> RTSP_RECONNECT_REFUSED_MAX_DELAY =
            ConfigOptions.key("rtsp.reconnect.refused.max-delay")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().reconnect().refused().max())
                    .withDescription("The longest such pause.");

    public static final ConfigOption<Duration> RTSP_RECONNECT_LOGIN_INITIAL_DELAY =
            ConfigOptions.key("rtsp.reconnect.login.initial-delay")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().reconnect().login().initial())
                    .withDescription(
                            "The first pause for a camera that refuses the password; long, since"
                                    + " cameras lock accounts.");

    public static final ConfigOption<Duration> RTSP_RECONNECT_LOGIN_MAX_DELAY =
            ConfigOptions.key("rtsp.reconnect.login.max-delay")
                    .durationType()
                    .defaultValue(RtspSettings.defaults().reconnect().login().max())
                    .withDescription("The longest such pause.");

    public static final ConfigOption<Duration> CAPTURE_MAX_AGE =
            ConfigOptions.key("capture.max-age")
                    .durationType()
                    .defaultValue(CaptureSettings.DEFAULT_MAX_AGE)
                    .withDescription(
                            "A live camera's frame that waited longer, for the job or on its way"
                                    + " here, is dropped as stale; 0 is no limit.");

    public static final ConfigOption<Duration> RTSP_PICTURE_TIMEOUT =
            ConfigOptions.key("rtsp.picture-timeout")
                    .durationType()
                    .defaultValue(VideoSettings.defaults().pictureTimeout())
                    .withDescription(
                            "How long a camera may send what no picture can be made of before it"
                                    + " is reopened.");

    public static final ConfigOption<Duration> RTSP_CLOCK_MAX_OFFSET =
            ConfigOptions.key("rtsp.clock.max-offset")
                    .durationType()
                    .defaultValue(VideoSettings.defaults().clockMaxOffset())
                    .withDescription(
                            "How far a camera's own clock may be from the TaskManager's to be"
                                    + " believed; else frames carry the time of their arrival. 0"
                                    + " never believes it.");

    public static final ConfigOption<String> RTSP_TLS_CA_FILE =
            ConfigOptions.key("rtsp.tls.ca-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Certificates in PEM, at the same path on every TaskManager, that those"
                                    + " of `rtsps:` and `https:` cameras must descend from. By"
                                    + " default what Java trusts.");

    public static final ConfigOption<Boolean> RTSP_TLS_VERIFY =
            ConfigOptions.key("rtsp.tls.verify")
                    .booleanType()
                    .defaultValue(VideoSettings.defaults().tls().verify())
                    .withDescription(
                            "Whether the certificate of an encrypted camera must be trusted and be"
                                    + " of its host.");

    public static final ConfigOption<DecodeDevice> RTSP_DECODE_DEVICE =
            ConfigOptions.key("rtsp.decode.device")
                    .enumType(DecodeDevice.class)
                    .defaultValue(VideoSettings.defaults().device())
                    .withDescription(
                            "What decodes the video of cameras: `cpu`, `cuda`, `vaapi`, `qsv`,"
                                    + " `vulkan`, or `auto` for the first of cuda and vaapi that"
                                    + " works. What it does not decode the processor does; the log"
                                    + " says why.");

    public static final ConfigOption<Integer> JPEG_QUALITY =
            ConfigOptions.key("frames.jpeg-quality")
                    .intType()
                    .defaultValue(85)
                    .withDescription(
                            "Quality, 1 to 100, of JPEGs: the pictures on the frames topic, and"
                                    + " those that `watch` keeps in the store.");

    public static final ConfigOption<Duration> PICTURE_INTERVAL =
            ConfigOptions.key("capture.picture.interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription(
                            "At most one picture of each camera per interval of capture time goes"
                                    + " to the store, which keeps the newest for snapshots and the"
                                    + " dashboard; 0 is every frame. Without a store no picture is"
                                    + " made.");

    public static final ConfigOption<String> KAFKA_BOOTSTRAP_SERVERS =
            ConfigOptions.key("kafka.bootstrap-servers")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The brokers, as `host:port,host:port`. Required.");

    public static final ConfigOption<String> KAFKA_GROUP =
            ConfigOptions.key("kafka.group")
                    .stringType()
                    .defaultValue("vedette-infer")
                    .withDescription("The consumer group that reads the frames topic.");

    public static final ConfigOption<Integer> KAFKA_MAX_REQUEST_SIZE =
            ConfigOptions.key("kafka.max-request-size")
                    .intType()
                    .defaultValue(8 * 1024 * 1024)
                    .withDescription(
                            "The largest record, in bytes, that is produced; the broker's"
                                    + " `max.message.bytes` must allow it.");

    public static final ConfigOption<Duration> KAFKA_LINGER =
            ConfigOptions.key("kafka.linger")
                    .durationType()
                    .defaultValue(Duration.ofMillis(20))
                    .withDescription(
                            "How long a result waits for others before it is sent; fewer requests"
                                    + " take less of the processor.");

    public static final ConfigOption<String> TOPICS_PREFIX =
            ConfigOptions.key("topics.prefix")
                    .stringType()
                    .defaultValue(Topics.DEFAULT_PREFIX)
                    .withDescription("What the name of every topic begins with.");

    public static final ConfigOption<Boolean> TOPICS_CREATE =
            ConfigOptions.key("topics.create")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Whether topics that are missing are made at submission, with 4"
                                    + " partitions and the broker's default of copies.");

    public static final ConfigOption<String> STORE_URL =
            ConfigOptions.key("store.url")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The JDBC url of the Postgres store, or nothing to write to Kafka only.");

    public static final ConfigOption<String> STORE_USER =
            ConfigOptions.key("store.user")
                    .stringType()
                    .defaultValue("vedette")
                    .withDescription("The role that writes to the store.");

    public static final ConfigOption<String> STORE_PASSWORD =
            ConfigOptions.key("store.password")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Its password. Read from the environment variable"
                                    + " `VEDETTE_STORE_PASSWORD` when not given. May be `${env:NAME}` or"
                                    + " `${file:/path}`, read on the TaskManager.");

    public static final ConfigOption<Integer> STORE_BATCH_MAX_SIZE =
            ConfigOptions.key("store.batch.max-size")
                    .intType()
                    .defaultValue(500)
                    .withDescription("The most results that one transaction writes.");

    public static final ConfigOption<Duration> STORE_BATCH_MAX_DELAY =
            ConfigOptions.key("store.batch.max-delay")
                    .durationType()
                    .defaultValue(Duration.ofMillis(200))
                    .withDescription("How long a result waits for others before it is written.");

    public static final ConfigOption<Integer> MAX_PARALLELISM =
            ConfigOptions.key("max-parallelism")
                    .intType()
                    .defaultValue(128)
                    .withDescription(
                            "The number of key groups, which decides the subtask of every camera."
                                    + " It cannot change without losing state.");

    private static final List<ConfigOption<?>> OTHERS =
            List.of(
                    RTSP_TRANSPORT,
                    RTSP_OPEN_TIMEOUT,
                    RTSP_READ_TIMEOUT,
                    RTSP_FROZEN_AFTER,
                    RTSP_HUNG_AFTER,
                    RTSP_RECONNECT_INITIAL_DELAY,
                    RTSP_RECONNECT_MAX_DELAY,
                    RTSP_RECONNECT_REFUSED_INITIAL_DELAY,
                    RTSP_RECONNECT_REFUSED_MAX_DELAY,
                    RTSP_RECONNECT_LOGIN_INITIAL_DELAY,
                    RTSP_RECONNECT_LOGIN_MAX_DELAY,
                    CAPTURE_MAX_AGE,
                    RTSP_PICTURE_TIMEOUT,
                    RTSP_CLOCK_MAX_OFFSET,
                    RTSP_TLS_CA_FILE,
                    RTSP_TLS_VERIFY,
                    RTSP_DECODE_DEVICE,
                    JPEG_QUALITY,
                    PICTURE_INTERVAL,
                    KAFKA_BOOTSTRAP_SERVERS,
                    KAFKA_GROUP,
                    KAFKA_MAX_REQUEST_SIZE,
                    KAFKA_LINGER,
                    TOPICS_PREFIX,
                    TOPICS_CREATE,
                    STORE_URL,
                    STORE_USER,
                    STORE_PASSWORD,
                    STORE_BATCH_MAX_SIZE,
                    STORE_BATCH_MAX_DELAY,
                    MAX_PARALLELISM);

    /** Every option, in the order of the documentation. */
    public static List<ConfigOption<?>> all() {
        List<ConfigOption<?>> all = new ArrayList<>();
        all.addAll(List.of(MODE, CAMERA, CAMERAS_FILE, CAMERAS_BOUNDED));
        all.addAll(InferenceOptions.all());
        all.addAll(OTHERS);
        return all;
    }

    private JobOptions() {}
}
