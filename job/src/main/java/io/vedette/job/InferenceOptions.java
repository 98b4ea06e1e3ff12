package io.vedette.job;

import io.vedette.models.onnx.Device;
import io.vedette.models.onnx.Preprocessing;
import io.vedette.operators.inference.BatchSettings;
import io.vedette.operators.inference.BreakerSettings;
import io.vedette.operators.inference.InferenceSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** The options that say which model is run, on what and how. */
public final class InferenceOptions {

    public static final ConfigOption<String> MODEL_PATH =
            ConfigOptions.key("model.path")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The model package: a folder at the same path on the client and on"
                                    + " every TaskManager, or a URI: `file:`, `http:`, `https:`, or"
                                    + " of a file system of Flink such as `s3:`. Required by `watch`"
                                    + " and `infer`.");

    public static final ConfigOption<String> MODEL_CACHE =
            ConfigOptions.key("model.cache")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The folder, on the client and on every TaskManager, that keeps model"
                                    + " packages that are fetched. By default `vedette/models` in"
                                    + " the user's cache folder, or a folder among temporary files"
                                    + " where the user has no home.");

    public static final ConfigOption<Device> DEVICE =
            ConfigOptions.key("inference.device")
                    .enumType(Device.class)
                    .defaultValue(Device.AUTO)
                    .withDescription(
                            "What the model runs on: `cpu`, `cuda`, `tensorrt`, `openvino`, or"
                                    + " `auto` for the first of cuda, openvino and cpu that"
                                    + " works. The log and `model check` say why it is none of"
                                    + " the others.");

    public static final ConfigOption<Integer> GPU_INDEX =
            ConfigOptions.key("inference.gpu.index")
                    .intType()
                    .defaultValue(0)
                    .withDescription(
                            "Which GPU of the machine `cuda` and `tensorrt` use, from 0, where"
                                    + " Flink's external resources do not say it.");

    public static final ConfigOption<MemorySize> GPU_MEMORY_LIMIT =
            ConfigOptions.key("inference.gpu.memory-limit")
                    .memoryType()
                    .defaultValue(MemorySize.ZERO)
                    .withDescription(
                            "The most GPU memory for the tensors of each session, such as `2 gb`;"
                                    + " CUDA and its libraries take some beside it. 0 is no"
                                    + " limit.");

    public static final ConfigOption<Preprocessing> PREPROCESSING =
            ConfigOptions.key("inference.preprocessing")
                    .enumType(Preprocessing.class)
                    .defaultValue(Preprocessing.AUTO)
                    .withDescription(
                            "Where bytes become the numbers that the model takes: `host`, `graph`,"
                                    + " which is on the device, or `auto` for the graph on CUDA and"
                                    + " TensorRT.");

    public static final ConfigOption<String> TENSORRT_CACHE =
            ConfigOptions.key("inference.tensorrt.cache")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The folder, on every TaskManager, that keeps the engines of TensorRT"
                                    + " for the next load. Without it they are built anew each"
                                    + " time, which takes minutes.");

    public static final ConfigOption<Integer> SESSIONS =
            ConfigOptions.key("inference.sessions")
                    .intType()
                    .noDefaultValue()
                    .withDescription(
                            "How many copies of the model each TaskManager runs side by side; all"
                                    + " its subtasks share them. By default one for each"
                                    + " `inference.threads` processors, on GPUs one for each GPU.");

    public static final ConfigOption<Integer> THREADS =
            ConfigOptions.key("inference.threads")
                    .intType()
                    .defaultValue(1)
                    .withDescription(
                            "Threads that share one run of the model. More than one answers a"
                                    + " single frame sooner, and fewer frames a second.");

    public static final ConfigOption<Integer> BATCH_MAX_SIZE =
            ConfigOptions.key("inference.batch.max-size")
                    .intType()
                    .noDefaultValue()
                    .withDescription(
                            "The most frames in a batch, 1 to 256; a model with a fixed batch may"
                                    + " take fewer. By default 1 on a processor, where batches gain"
                                    + " nothing, and 16 on a GPU.");

    public static final ConfigOption<Duration> BATCH_MAX_DELAY =
            ConfigOptions.key("inference.batch.max-delay")
                    .durationType()
                    .defaultValue(BatchSettings.DEFAULTS.maxDelay())
                    .withDescription(
                            "How long a frame waits for others while its device is busy with"
                                    + " another batch; an idle device takes at once what is there.");

    public static final ConfigOption<Integer> BATCH_MAX_PER_CAMERA =
            ConfigOptions.key("inference.batch.max-per-camera")
                    .intType()
                    .noDefaultValue()
                    .withDescription(
                            "The most frames of one camera in a batch. By default any number:"
                                    + " cameras are served in turn anyway.");

    public static final ConfigOption<Duration> TIMEOUT =
            ConfigOptions.key("inference.timeout")
                    .durationType()
                    .defaultValue(InferenceSettings.DEFAULT_TIMEOUT)
                    .withDescription(
                            "A run of the model that takes longer is given up, and its session"
                                    + " replaced. Also the longest that a frame, and with it a"
                                    + " checkpoint, waits for a model that is out of service.");

    public static final ConfigOption<Integer> BREAKER_FAILURES =
            ConfigOptions.key("inference.breaker.failures")
                    .intType()
                    .defaultValue(BreakerSettings.DEFAULTS.failures())
                    .withDescription(
                            "So many frames in a row that fail, with no result between them, take"
                                    + " the model out of service; then one frame at a time is"
                                    + " tried, with new sessions.");

    public static final ConfigOption<Duration> BREAKER_MAX_PAUSE =
            ConfigOptions.key("inference.breaker.max-pause")
                    .durationType()
                    .defaultValue(BreakerSettings.DEFAULTS.maxPause())
                    .withDescription(
                            "The longest pause between such attempts; the first is a second, and"
                                    + " each doubles it.");

    static List<ConfigOption<?>> all() {
        return List.of(
                MODEL_PATH,
                MODEL_CACHE,
                DEVICE,
                GPU_INDEX,
                GPU_MEMORY_LIMIT,
                PREPROCESSING,
                TENSORRT_CACHE,
                SESSIONS,
                THREADS,
                BATCH_MAX_SIZE,
                BATCH_MAX_DELAY,
                BATCH_MAX_PER_CAMERA,
                TIMEOUT,
                BREAKER_FAILURES,
                BREAKER_MAX_PAUSE);
    }

    private InferenceOptions() {}
}
