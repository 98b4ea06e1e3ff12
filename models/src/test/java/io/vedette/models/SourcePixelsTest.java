package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.outputs.BoxUnits;
import io.vedette.models.outputs.Candidates;
import io.vedette.models.outputs.DecoderContext;
import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.Anchor;
import io.vedette.schema.Box;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Frame;
import io.vedette.schema.Landmark;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.nio.FloatBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A frame of 16 x 8 in the middle of a raster of 8 x 8, so that y begins at 2. */
final class SourcePixelsTest {

    private static final RasterSpec RASTER =
            new RasterSpec(8, 8, Resize.LETTERBOX, Anchor.CENTER, 0, ColorOrder.BGR);

    private static final Frame FRAME =
            new Frame("gate-1", 0, Instant.EPOCH, Instant.EPOCH, 16, 8, null, null);

    /** A face whose box is the raster, with landmarks at (4, 4), (0, 2), (8, 6), (-8, 0). */
    private final Candidates face = face(4, 4, 0, 2, 8, 6, -8, 0, Float.MAX_VALUE / 32, 0);

    @Test
    void bringsBoxesAndLandmarksBackToTheFrame() {
        SourcePixels pixels = new SourcePixels(BoxUnits.PIXELS, FRAME, RASTER.place(16, 8));

        assertThat(pixels.box(face, 0)).isEqualTo(new Box(0, 0, 16, 8));
        assertThat(pixels.landmarks(face, 0).subList(0, 4))
                .containsExactly(
                        new Landmark(8, 4),
                        new Landmark(0, 0),
                        new Landmark(16, 8),
                        new Landmark(-16, -4));
    }

    @Test
    void leavesPixelsOfTheSourceAsTheyAre() {
        SourcePixels pixels = new SourcePixels(BoxUnits.SOURCE, FRAME, RASTER.place(16, 8));

        assertThat(pixels.box(face, 0)).isEqualTo(new Box(0, 0, 8, 8));
        assertThat(pixels.landmarks(face, 0)).contains(new Landmark(-8, 0));
    }

    @Test
    void boundsLandmarksThatLieTooFarAway() {
        Frame huge = new Frame("gate-1", 0, Instant.EPOCH, Instant.EPOCH, 9999, 9999, null, null);
        SourcePixels pixels = new SourcePixels(BoxUnits.PIXELS, huge, RASTER.place(9999, 9999));

        assertThat(pixels.landmarks(face, 0).get(4).x()).isEqualTo(Float.MAX_VALUE);
    }

    private static Candidates face(float... landmarks) {
        for (int i = 0; i < landmarks.length; i++) {
            landmarks[i] /= 8;
        }
        List<RawOutput> outputs = new ArrayList<>();
        for (int stride : OutputFormat.YUNET.output().strides()) {
            outputs.add(raw(stride == 8 ? 1 : 0));
            outputs.add(raw(1));
            outputs.add(raw(0.5f, 0.5f, 0, 0));
            outputs.add(raw(landmarks));
        }
        DecoderContext context =
                new DecoderContext(
                        OutputFormat.YUNET.output(),
                        RASTER,
                        1,
                        new Thresholds(0.5f, 0.5f, 10, false),
                        outputs.stream().map(SourcePixelsTest::tensor).toList());
        Candidates found = new Candidates(1);
        OutputFormat.YUNET.decoder(context).decode(outputs, 0, found);
        return found;
    }

    private static RawOutput raw(float... values) {
        return new RawOutput("o", new long[] {1, 1, values.length}, FloatBuffer.wrap(values));
    }

    private static Tensor tensor(RawOutput output) {
        return new Tensor("o", OnnxJavaType.FLOAT, List.of()).withShape(output.shape());
    }
}
