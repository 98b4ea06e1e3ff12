package io.vedette.bench;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.inputs.ImageRaster;
import io.vedette.models.inputs.Layout;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.schema.Raster;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.FrameStream;
import io.vedette.sources.RetainedFrame;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import io.vedette.sources.ffmpeg.Mp4Writer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A decoded frame of 768 x 432 into the tensor of a network: letterboxed, 32-bit float, planes. */
public class FrameBenchmark extends Timed {

    private final byte[] bgr = Scene.bgr(Scene.WIDTH, Scene.HEIGHT);
    private final PixelWriter writer = Scene.writer(OnnxJavaType.FLOAT, Layout.NCHW);
    private final ByteBuffer tensor =
            ByteBuffer.allocateDirect(Scene.LETTERBOX.size() * Float.BYTES)
                    .order(ByteOrder.nativeOrder());

    private Path file;
    private FrameStream video;
    private DecodedFrame decoded;

    @Setup
    public void openVideo() throws IOException {
        file = Files.createTempFile("scene", ".mp4");
        try (Mp4Writer mp4 = new Mp4Writer(file, Scene.WIDTH, Scene.HEIGHT)) {
            mp4.write(bgr, Scene.WIDTH, Scene.HEIGHT, Duration.ZERO);
            mp4.finish();
        }
        video = FfmpegFrameStream.ofFile(file, () -> false);
        decoded = Objects.requireNonNull(video.next());
    }

    /** A picture's bytes, as of a still or of a request, all in Java. */
    @Benchmark
    public ByteBuffer still() {
        return written(ImageRaster.ofBgr(bgr, Scene.WIDTH, Scene.HEIGHT, Scene.LETTERBOX));
    }

    /** A camera's frame, scaled by FFmpeg from the planes that its decoder gives. */
    @Benchmark
    public ByteBuffer video() throws IOException {
        return written(decoded.raster(Scene.LETTERBOX));
    }

    /** The first half of {@link #video}. */
    @Benchmark
    public Raster videoRaster() throws IOException {
        return decoded.raster(Scene.LETTERBOX);
    }

    /** What a frame costs instead that may be replaced before it is taken. */
    @Benchmark
    public int videoRetained() throws IOException {
        try (RetainedFrame retained = decoded.retain()) {
            return retained.width();
        }
    }

    private ByteBuffer written(Raster raster) {
        writer.write(raster, tensor, 0);
        return tensor;
    }

    @TearDown
    public void closeVideo() throws Exception {
        video.close();
        Files.delete(file);
    }
}
