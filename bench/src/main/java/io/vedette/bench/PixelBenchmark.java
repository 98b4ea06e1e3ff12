package io.vedette.bench;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.inputs.ImageRaster;
import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.schema.Raster;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * A raster of 416 x 416 into a network's tensor. Writers of all types have run before, since a
 * process may serve several networks, unless {@code alone} is true.
 */
public class PixelBenchmark extends Timed {

    private static final List<OnnxJavaType> TYPES =
            List.of(OnnxJavaType.FLOAT16, OnnxJavaType.UINT8, OnnxJavaType.FLOAT);
    private static final int ROUNDS = 200;

    @Param({"FLOAT", "FLOAT16", "UINT8"})
    private OnnxJavaType type;

    @Param private Layout layout;

    @Param({"LETTERBOX", "STRETCH"})
    private Resize resize;

    @Param("false")
    private boolean alone;

    private final ByteBuffer tensor =
            ByteBuffer.allocateDirect(Scene.LETTERBOX.size() * Float.BYTES)
                    .order(ByteOrder.nativeOrder());

    private Raster raster;
    private PixelWriter writer;

    @Setup
    public void prepare() {
        byte[] bgr = Scene.bgr(Scene.WIDTH, Scene.HEIGHT);
        raster =
                ImageRaster.ofBgr(
                        bgr,
                        Scene.WIDTH,
                        Scene.HEIGHT,
                        Scene.raster(resize, ResizeFilter.BILINEAR));
        if (!alone) {
            TYPES.forEach(this::warmUp);
        }
        writer = Scene.writer(type, layout);
    }

    private void warmUp(OnnxJavaType other) {
        for (Layout each : Layout.values()) {
            PixelWriter warm = Scene.writer(other, each);
            for (int i = 0; i < ROUNDS; i++) {
                warm.write(raster, tensor, 0);
            }
        }
    }

    @Benchmark
    public ByteBuffer write() {
        writer.write(raster, tensor, 0);
        return tensor;
    }
}
