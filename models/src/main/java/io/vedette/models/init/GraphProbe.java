package io.vedette.models.init;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import io.vedette.models.inputs.ImageRaster;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.recognition.Observation;
import io.vedette.models.recognition.Observation.Shown;
import io.vedette.models.recognition.SeenTensor;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Shows a graph the test card, and notes what it puts out. */
final class GraphProbe {

    /** The most pixels that a graph may ask for. */
    private static final long MOST_PIXELS = 1L << 26;

    /** What pixel values are divided by, to be fractions or to stay bytes. */
    private static final float FRACTIONS = 255;

    private static final float BYTES = 1;

    private final OnnxSession session;
    private final PictureInput picture;

    /** A graph's answer, and the picture that it was given. */
    record Probed(Observation seen, PictureInput picture, PictureSize size) {}

    private GraphProbe(OnnxSession session) {
        this.session = session;
        requireNumbers(session.signature());
        picture = PictureInput.of(session.signature());
    }

    /**
     * What a graph shows at the first of some sizes at which it runs.
     *
     * @throws InitException if it cannot be loaded, takes no picture, or fails at every size
     */
    static Probed observe(Path onnx) {
        try (OnnxSession session = OnnxSession.open(onnx, DetectorSettings.defaults())) {
            return new GraphProbe(session).observe();
        } catch (OrtException e) {
            throw new InitException(
                    "ONNX Runtime cannot load '%s': %s".formatted(onnx, e.getMessage()), e);
        }
    }

    private static void requireNumbers(GraphSignature graph) {
        for (Tensor output : graph.outputs()) {
            if (output.type() == OnnxJavaType.UNKNOWN || output.type() == OnnxJavaType.STRING) {
                throw new InitException(
                        "Output '%s' holds no numbers, but text, a sequence or a map."
                                .formatted(output.name()));
            }
        }
    }

    private Probed observe() {
        List<String> failures = new ArrayList<>();
        for (PictureSize size : PictureSize.candidates(session.signature(), picture)) {
            try {
                return new Probed(observe(size), picture, size);
            } catch (OrtException | RuntimeException e) {
                failures.add("%s: %s".formatted(size, e.getMessage()));
            }
        }
        throw new InitException("The network fails to run with a picture of " + failures.get(0));
    }

    /** The answer to fractions, or to bytes where that has an output without a row. */
    private Observation observe(PictureSize size) throws OrtException {
        if ((long) size.width() * size.height() * picture.batch() > MOST_PIXELS) {
            throw new InitException("more than %d pixels are asked for.".formatted(MOST_PIXELS));
        }
        Observation fractions = answer(size, FRACTIONS);
        boolean empty =
                fractions.outputs().stream().anyMatch(output -> output.values().length == 0);
        return empty ? answer(size, BYTES) : fractions;
    }

    private Observation answer(PictureSize size, float divisor) throws OrtException {
        return new Observation(
                session.signature(),
                new Shown(size.width(), size.height(), picture.channels(), picture.batch()),
                run(size, divisor));
    }

    private List<SeenTensor> run(PictureSize size, float divisor) throws OrtException {
        List<Feed> feeds = new ArrayList<>();
        for (Tensor input : session.signature().inputs()) {
            feeds.add(
                    input.equals(picture.tensor())
                            ? pictures(size, divisor)
                            : OtherInputs.feed(
                                    input, picture.batch(), size.width(), size.height()));
        }
        List<SeenTensor> outputs = new ArrayList<>();
        for (RawOutput raw : session.run(feeds, picture.batch())) {
            outputs.add(seen(raw, session.signature().outputs().get(outputs.size())));
        }
        return outputs;
    }

    private Feed pictures(PictureSize size, float divisor) {
        OnnxJavaType type = picture.tensor().type();
        ModelInput input = input(size, type, divisor);
        Raster raster = ImageRaster.of(TestCard.picture(), input.raster());
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(picture.batch() * input.raster().size() * type.size)
                        .order(ByteOrder.nativeOrder());
        PixelWriter pixels = PixelWriter.of(input, type);
        for (int frame = 0; frame < picture.batch(); frame++) {
            pixels.write(raster, bytes, frame);
        }
        long[] shape = picture.shape(size.width(), size.height());
        return new Feed(picture.tensor().name(), type, shape, bytes);
    }

    private ModelInput input(PictureSize size, OnnxJavaType type, float divisor) {
        ColorOrder color = picture.channels() == 1 ? ColorOrder.GREY : ColorOrder.RGB;
        RasterSpec raster =
                new RasterSpec(
                        size.width(), size.height(), Resize.STRETCH, Anchor.TOP_LEFT, 0, color);
        boolean bytes = type == OnnxJavaType.UINT8 || type == OnnxJavaType.INT8;
        float mean = type == OnnxJavaType.INT8 ? 128 : 0;
        return new ModelInput(
                raster,
                picture.layout(),
                Collections.nCopies(picture.channels(), mean),
                Collections.nCopies(picture.channels(), bytes ? 1 : divisor),
                null,
                Map.of());
    }

    private static SeenTensor seen(RawOutput raw, Tensor declared) {
        float[] values = new float[raw.values().limit()];
        raw.copy(0, values, values.length);
        int[] shape = new int[raw.shape().length];
        for (int d = 0; d < shape.length; d++) {
            shape[d] = raw.size(d);
        }
        return new SeenTensor(raw.name(), declared.type(), shape, values);
    }
}
