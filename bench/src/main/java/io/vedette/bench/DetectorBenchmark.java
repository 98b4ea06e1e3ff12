package io.vedette.bench;

import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.OnnxDetector;
import io.vedette.models.StillFrame;
import io.vedette.models.inputs.ImageRaster;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Preprocessing;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.Raster;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Frames of a camera through a model package; {@code -prof gc} tells what a batch allocates. */
public class DetectorBenchmark extends Timed {

    @Param("models/zoo/street/1")
    private String model;

    @Param({"1", "4"})
    private int batch;

    @Param({"HOST", "GRAPH"})
    private Preprocessing preprocessing;

    private Detector detector;
    private List<Frame> frames;

    @Setup
    public void open() {
        ModelPackage loaded = ModelPackage.load(Path.of(model));
        DetectorSettings settings = DetectorSettings.defaults().withPreprocessing(preprocessing);
        detector = OnnxDetector.open(loaded, settings);
        byte[] bgr = Scene.bgr(Scene.WIDTH, Scene.HEIGHT);
        Raster raster = ImageRaster.ofBgr(bgr, Scene.WIDTH, Scene.HEIGHT, detector.input());
        Frame frame = StillFrame.blank(detector.input()).withRaster(raster);
        frames = Collections.nCopies(batch, frame);
    }

    @Benchmark
    public List<List<Detection>> detect() {
        return detector.detect(frames);
    }

    @TearDown
    public void close() {
        detector.close();
    }
}
