package io.vedette.bench;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.Candidates;
import io.vedette.models.outputs.DecoderContext;
import io.vedette.models.outputs.OutputDecoder;
import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The outputs of a network that sees a dozen objects, each in three neighbouring candidates of its
 * first level. The rest score next to nothing.
 */
final class NetworkAnswer {

    private static final int OBJECTS = 12;
    private static final int NEIGHBOURS = 3;

    private final OutputFormat format;
    private final int width;
    private final int height;
    private final int labels;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<RawOutput> outputs = new ArrayList<>();

    NetworkAnswer(OutputFormat format, int width, int height, int labels) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.labels = labels;
    }

    /** A raster's side in cells of a stride. */
    int cells(int stride) {
        return (width + stride - 1) / stride;
    }

    /** Adds {@code [1, candidates, numbers]}. */
    NetworkAnswer rows(String name, int candidates, Numbers numbers) {
        long[] shape = {1, candidates, numbers.count()};
        return add(name, shape, candidates, numbers, numbers.count(), 1);
    }

    /** Adds {@code [1, numbers, candidates]}. */
    NetworkAnswer columns(String name, int candidates, Numbers numbers) {
        long[] shape = {1, numbers.count(), candidates};
        return add(name, shape, candidates, numbers, 1, candidates);
    }

    /** Adds {@code [1, numbers, rows, columns]}. */
    NetworkAnswer map(String name, int rows, int columns, Numbers numbers) {
        long[] shape = {1, numbers.count(), rows, columns};
        return add(name, shape, rows * columns, numbers, 1, rows * columns);
    }

    /** Adds {@code [1, candidates]}. */
    NetworkAnswer list(String name, int candidates, Numbers number) {
        return add(name, new long[] {1, candidates}, candidates, number, 1, 1);
    }

    private NetworkAnswer add(
            String name, long[] shape, int candidates, Numbers numbers, int step, int numberStep) {
        FloatBuffer values =
                ByteBuffer.allocateDirect(candidates * numbers.count() * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        for (int i = 0; i < candidates; i++) {
            int object = object(i, candidates);
            for (int n = 0; n < numbers.count(); n++) {
                values.put(i * step + n * numberStep, numbers.value().of(object, n));
            }
        }
        tensors.add(new Tensor(name, OnnxJavaType.FLOAT, Arrays.stream(shape).boxed().toList()));
        outputs.add(new RawOutput(name, shape, values));
        return this;
    }

    private static int object(int candidate, int candidates) {
        int apart = Math.max(NEIGHBOURS + 1, candidates / OBJECTS);
        boolean near = candidate % apart < NEIGHBOURS && candidate / apart < OBJECTS;
        return near ? candidate / apart : -1;
    }

    /** The outputs of a run with one frame. */
    List<RawOutput> outputs() {
        return List.copyOf(outputs);
    }

    Thresholds thresholds() {
        return format.defaults().thresholds();
    }

    Candidates candidates() {
        return new Candidates(labels);
    }

    /**
     * A decoder for these outputs.
     *
     * @throws IllegalStateException saying why they are not such as the format has
     */
    OutputDecoder decoder() {
        RasterSpec raster =
                new RasterSpec(width, height, Resize.STRETCH, Anchor.CENTER, 0, ColorOrder.RGB);
        DecoderContext context =
                new DecoderContext(format.output(), raster, labels, thresholds(), tensors);
        OutputDecoder decoder = format.decoder(context);
        if (!context.problems().isEmpty()) {
            throw new IllegalStateException(format + ": " + context.problems());
        }
        return decoder;
    }
}
