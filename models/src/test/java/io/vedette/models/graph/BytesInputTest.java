package io.vedette.models.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Device;
import io.vedette.models.onnx.DeviceChoice;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.RawOutput;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.Anchor;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that repeat their input show what the pre-processing in front of them makes of bytes. */
final class BytesInputTest {

    private static final int WIDTH = 16;
    private static final int HEIGHT = 32;

    private static final List<Float> PLAIN_MEAN = List.of(0f, 0f, 0f);
    private static final List<Float> PLAIN_STD = List.of(1f, 1f, 1f);
    private static final List<Float> MEAN = List.of(103.53f, 116.28f, 123.675f);
    private static final List<Float> STD = List.of(57.375f, 57.12f, 58.395f);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21})
    void everyByteBecomesTheSameBitsInTheGraphAsOnTheHost(int opset) throws Exception {
        ModelInput input = input(Layout.NCHW, MEAN, STD);

        assertSameBits(repeats(opset, DataType.FLOAT, Layout.NCHW), input);
    }

    @ParameterizedTest
    @CsvSource({"FLOAT, NCHW", "FLOAT, NHWC", "FLOAT16, NCHW", "FLOAT16, NHWC"})
    void typesAndLayoutsGiveTheSameBits(DataType type, Layout layout) throws Exception {
        assertSameBits(repeats(11, type, layout), input(layout, MEAN, STD));
        assertSameBits(repeats(11, type, layout), input(layout, PLAIN_MEAN, STD));
        assertSameBits(repeats(11, type, layout), input(layout, MEAN, PLAIN_STD));
        assertSameBits(repeats(11, type, layout), input(layout, PLAIN_MEAN, PLAIN_STD));
    }

    @Test
    void bytesPixelByPixelAreMadeOfBytesInPlanes() throws Exception {
        assertSameBits(
                repeats(11, DataType.UINT8, Layout.NHWC),
                input(Layout.NHWC, PLAIN_MEAN, PLAIN_STD));
    }

    @Test
    void aPictureWithoutABatchStaysWithoutOne() throws Exception {
        SmallGraph nchw = SmallGraph.thatRepeats(11, DataType.FLOAT, 3, HEIGHT, WIDTH);
        SmallGraph nhwc = SmallGraph.thatRepeats(11, DataType.FLOAT, HEIGHT, WIDTH, 3);

        assertSameBits(nchw, input(Layout.NCHW, MEAN, STD));
        assertSameBits(nhwc, input(Layout.NHWC, MEAN, STD));
    }

    @Test
    void branchesSeeTheNumbersAsBefore() throws Exception {
        SmallGraph graph =
                SmallGraph.thatRepeatsInABranch(11, DataType.FLOAT, -1, 3, HEIGHT, WIDTH);

        assertSameBits(graph, input(Layout.NCHW, MEAN, STD));
    }

    @Test
    void namesThatTheGraphHasAreLeftAlone() throws Exception {
        SmallGraph graph =
                repeats(11, DataType.FLOAT, Layout.NCHW)
                        .withValueNamed("images/bytes")
                        .withValueNamed("images/Cast");

        assertSameBits(graph, input(Layout.NCHW, MEAN, STD));
    }

    @Test
    void refusesAGraphWhoseNodesDoNotBringShapesTogether() {
        SmallGraph graph = repeats(6, DataType.FLOAT, Layout.NCHW);

        assertThatThrownBy(() -> folded(graph, input(Layout.NCHW, MEAN, STD)))
                .isInstanceOf(GraphChangeException.class)
                .hasMessage(
                        "The graph is of opset 6, and only those from 7 on can be given bytes.");
    }

    @Test
    void refusesBytesThatAreRounded() {
        SmallGraph graph = repeats(11, DataType.UINT8, Layout.NCHW);

        assertThatThrownBy(() -> folded(graph, input(Layout.NCHW, MEAN, STD)))
                .hasMessage("A picture of type UINT8 with a mean or std is made on the host.");
    }

    @Test
    void refusesAGraphThatTakesBytesInPlanesAlready() {
        SmallGraph graph = repeats(11, DataType.UINT8, Layout.NCHW);

        assertThatThrownBy(() -> folded(graph, input(Layout.NCHW, PLAIN_MEAN, PLAIN_STD)))
                .hasMessage("The graph takes bytes in planes already.");
    }

    private static SmallGraph repeats(int opset, DataType type, Layout layout) {
        return layout == Layout.NCHW
                ? SmallGraph.thatRepeats(opset, type, -1, 3, HEIGHT, WIDTH)
                : SmallGraph.thatRepeats(opset, type, -1, HEIGHT, WIDTH, 3);
    }

    private static ModelInput input(Layout layout, List<Float> mean, List<Float> std) {
        RasterSpec raster =
                new RasterSpec(WIDTH, HEIGHT, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.BGR);
        return new ModelInput(raster, layout, mean, std, null, Map.of());
    }

    private BytesInput folded(SmallGraph graph, ModelInput input) throws IOException {
        Path file = Files.write(folder.resolve("graph.onnx"), graph.bytes());
        OnnxFile onnx = OnnxFile.read(file);
        return BytesInput.before(onnx, onnx.inputs().get(0), input);
    }

    private void assertSameBits(SmallGraph graph, ModelInput input) throws Exception {
        BytesInput folded = folded(graph, input);
        DetectorSettings settings = DetectorSettings.defaults();
        DeviceChoice cpu = new DeviceChoice(Device.CPU, List.of());
        try (OnnxSession host = OnnxSession.open(folder.resolve("graph.onnx"), settings, cpu);
                OnnxSession bytes = OnnxSession.open(folded.graph(), folder, settings, cpu)) {
            Tensor taken = bytes.signature().inputs().get(0);
            assertThat(taken.type()).isEqualTo(OnnxJavaType.UINT8);
            assertThat(taken.name()).isEqualTo(folded.input().tensor());

            assertThat(bits(bytes, folded.input())).isEqualTo(bits(host, input));
        }
    }

    /** What a graph puts out for two pictures that have all bytes in every channel. */
    private static List<Integer> bits(OnnxSession session, ModelInput input) throws OrtException {
        Tensor picture = session.signature().inputs().get(0);
        int frames = picture.rank() == 4 ? 2 : 1;
        int size = input.raster().size();
        ByteBuffer memory =
                session.memory(picture.name(), (long) frames * size * picture.type().size);
        for (int frame = 0; frame < frames; frame++) {
            PixelWriter.of(input, picture.type()).write(allBytes(input, frame), memory, frame);
        }
        List<Feed> feeds = new ArrayList<>();
        feeds.add(new Feed(picture.name(), picture.type(), shape(picture, frames), memory));
        for (Tensor other :
                session.signature().inputs().subList(1, session.signature().inputs().size())) {
            ByteBuffer yes = session.memory(other.name(), 1).put(0, (byte) 1);
            feeds.add(new Feed(other.name(), other.type(), new long[0], yes));
        }
        RawOutput output = session.run(feeds, frames).get(0);
        List<Integer> bits = new ArrayList<>();
        for (int i = 0; i < output.values().limit(); i++) {
            bits.add(Float.floatToRawIntBits(output.values().get(i)));
        }
        assertThat(bits).hasSize(frames * size);
        return bits;
    }

    private static long[] shape(Tensor picture, int frames) {
        long[] shape = picture.shape().stream().mapToLong(Long::longValue).toArray();
        shape[0] = shape[0] == Tensor.OPEN ? frames : shape[0];
        return shape;
    }

    private static Raster allBytes(ModelInput input, int frame) {
        byte[] data = new byte[input.raster().size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i + 7 * frame);
        }
        return new Raster(
                WIDTH, HEIGHT, input.raster().color(), input.raster().place(WIDTH, HEIGHT), data);
    }
}
