package io.vedette.bench;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.inputs.ImageRaster;
import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.schema.Raster;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A raster of 416 x 416 into a network's tensor, after a writer of every kind has been warm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PixelBenchmark {

    private static final List<Float> MEAN = List.of(103.53f, 116.28f, 123.675f);
    private static final List<Float> STD = List.of(57.375f, 57.12f, 58.395f);

    @Param({"FLOAT", "FLOAT16", "UINT8"})
    private OnnxJavaType type;

    @Param private Layout layout;

    @Param({"LETTERBOX", "STRETCH"})
    private Resize resize;

    private final ByteBuffer tensor =
            ByteBuffer.allocateDirect(3 * 416 * 416 * Float.BYTES).order(ByteOrder.nativeOrder());

    private Raster raster;
    private PixelWriter writer;

    /** Runs the other writers first, since all of them share what the compiler learns. */
    @Setup
    public void prepare() {
        raster =
                ImageRaster.ofBgr(
                        Scene.bgr(768, 432), 768, 432, Scene.raster(resize, ResizeFilter.BILINEAR));
        for (OnnxJavaType other :
                List.of(OnnxJavaType.FLOAT16, OnnxJavaType.UINT8, OnnxJavaType.FLOAT)) {
            for (int i = 0; i < 200; i++) {
                writer(other, Layout.NHWC).write(raster, tensor, 0);
                writer(other, Layout.NCHW).write(raster, tensor, 0);
            }
        }
        writer = writer(type, layout);
    }

    private static PixelWriter writer(OnnxJavaType type, Layout layout) {
        return PixelWriter.of(
                new ModelInput(
                        Scene.raster(Resize.LETTERBOX, ResizeFilter.BILINEAR),
                        layout,
                        MEAN,
                        STD,
                        null,
                        Map.of()),
                type);
    }

    @Benchmark
    public ByteBuffer write() {
        writer.write(raster, tensor, 0);
        return tensor;
    }
}
