package io.vedette.job;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Gpu;
import io.vedette.models.onnx.TensorRt;
import io.vedette.operators.ModelSource;
import io.vedette.operators.inference.BatchSettings;
import io.vedette.operators.inference.BreakerSettings;
import io.vedette.operators.inference.InferenceSettings;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.jspecify.annotations.Nullable;

/** The arguments that say which model is run and how; problems go to a common list. */
final class InferenceArguments {

    private static final int MAX_BATCH = 256;
    private static final int MAX_SESSIONS = 1024;

    private final Arguments arguments;
    private final List<String> problems;

    InferenceArguments(Arguments arguments) {
        this.arguments = arguments;
        this.problems = arguments.problems();
    }

    /** What is asked for; null after a problem. */
    JobSettings.@Nullable Inference read() {
        Integer batch = between(InferenceOptions.BATCH_MAX_SIZE, MAX_BATCH);
        InferenceSettings settings = arguments.checked(() -> settings(batch));
        DetectorSettings detector = arguments.checked(() -> detector(batch));
        ModelSource source =
                arguments.isGiven(InferenceOptions.MODEL_PATH)
                        ? arguments.checked(this::modelSource)
                        : null;
        ModelPackage model = source == null ? null : model(source);
        if (source == null || model == null || detector == null || settings == null) {
            return null;
        }
        return new JobSettings.Inference(source, model, detector, settings);
    }

    private InferenceSettings settings(@Nullable Integer batchSize) {
        BatchSettings batch =
                new BatchSettings(
                        batchSize,
                        between(InferenceOptions.BATCH_MAX_PER_CAMERA, MAX_BATCH),
                        arguments.get(InferenceOptions.BATCH_MAX_DELAY));
        BreakerSettings breaker =
                new BreakerSettings(
                        arguments.between(InferenceOptions.BREAKER_FAILURES, 1, Integer.MAX_VALUE),
                        BreakerSettings.DEFAULTS.firstPause(),
                        arguments.get(InferenceOptions.BREAKER_MAX_PAUSE));
        return new InferenceSettings(
                between(InferenceOptions.SESSIONS, MAX_SESSIONS),
                batch,
                null,
                arguments.get(InferenceOptions.TIMEOUT),
                breaker);
    }

    /** A number from 1; null where none is given. */
    private @Nullable Integer between(ConfigOption<Integer> option, int max) {
        return arguments.has(option) ? arguments.between(option, 1, max) : null;
    }

    private DetectorSettings detector(@Nullable Integer batch) {
        return new DetectorSettings(
                arguments.get(InferenceOptions.THREADS),
                arguments.get(InferenceOptions.DEVICE),
                new Gpu(
                        arguments.get(InferenceOptions.GPU_INDEX),
                        arguments.get(InferenceOptions.GPU_MEMORY_LIMIT).getBytes()),
                arguments.get(InferenceOptions.PREPROCESSING),
                batch == null ? DetectorSettings.BEST_BATCH : batch,
                new TensorRt(
                        TensorRt.DEFAULT.halfPrecision(),
                        arguments.get(InferenceOptions.TENSORRT_CACHE)));
    }

    private ModelSource modelSource() {
        return ModelSource.of(
                arguments.get(InferenceOptions.MODEL_PATH),
                arguments.has(InferenceOptions.MODEL_CACHE)
                        ? arguments.get(InferenceOptions.MODEL_CACHE)
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
}
