package io.vedette.bench.gpu;

import ai.onnxruntime.OrtException;
import io.vedette.models.ModelPackage;
import io.vedette.models.OnnxDetector;
import io.vedette.models.OutOfDeviceMemoryException;
import io.vedette.models.StillFrame;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.DeviceChoice;
import io.vedette.models.onnx.DeviceMemory;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.Preprocessing;
import io.vedette.models.onnx.Tensor;
import io.vedette.schema.Frame;
import io.vedette.schema.Raster;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A package that is run in every way, on one device. */
final class Subject implements AutoCloseable {

    private static final int SEED = 20261124;

    private final ModelPackage model;
    private final DetectorSettings settings;
    private final OnnxDetector host;

    /**
     * @param settings with the largest batch that will be run
     */
    Subject(ModelPackage model, DetectorSettings settings) {
        this.model = model;
        this.settings = settings;
        this.host = OnnxDetector.open(model, settings.withPreprocessing(Preprocessing.HOST));
    }

    String name() {
        return model.name();
    }

    String device() {
        return choice().chosen().key();
    }

    DeviceChoice choice() {
        return host.device();
    }

    String type() {
        return host.signature().inputs().get(0).type().name().toLowerCase(Locale.ROOT);
    }

    int maxBatch() {
        return host.maxBatch();
    }

    /** Whether the network can be run without knowing what its inputs mean. */
    boolean hasOneInput() {
        return host.signature().inputs().size() == 1;
    }

    long[] time(Way way, int batch, Stopwatch watch) throws Exception {
        return switch (way) {
            case RAW -> timeNetwork(batch, watch);
            case HOST -> timeDetector(host, batch, watch);
            case GRAPH -> {
                DetectorSettings other = settings.withPreprocessing(Preprocessing.GRAPH);
                try (OnnxDetector graph = OnnxDetector.open(model, other)) {
                    yield timeDetector(graph, batch, watch);
                }
            }
        };
    }

    private long[] timeNetwork(int batch, Stopwatch watch) throws Exception {
        try (OnnxSession session = OnnxSession.open(model.file(), settings, choice())) {
            List<Feed> feeds = List.of(input(session, batch));
            return watch.time(() -> session.run(feeds, batch));
        } catch (OrtException e) {
            throw DeviceMemory.isExhausted(e)
                    ? new OutOfDeviceMemoryException(String.valueOf(e.getMessage()), e)
                    : e;
        }
    }

    private Feed input(OnnxSession session, int batch) throws OrtException {
        Tensor input = session.signature().inputs().get(0);
        long[] picture = model.input().layout().shape(model.rasterSpec());
        long[] shape = input.shape().stream().mapToLong(Long::longValue).toArray();
        System.arraycopy(picture, 0, shape, shape.length - picture.length, picture.length);
        if (shape.length > picture.length && shape[0] == Tensor.OPEN) {
            shape[0] = batch;
        }
        long bytes = input.type().size;
        for (long dimension : shape) {
            bytes *= dimension;
        }
        ByteBuffer memory = session.memory(input.name(), bytes);
        return new Feed(input.name(), input.type(), shape, memory);
    }

    private static long[] timeDetector(OnnxDetector detector, int batch, Stopwatch watch)
            throws Exception {
        List<Frame> frames = Collections.nCopies(batch, noise(detector));
        return watch.time(() -> detector.detect(frames));
    }

    private static Frame noise(OnnxDetector detector) {
        Frame blank = StillFrame.blank(detector.input());
        byte[] bytes = new byte[detector.input().size()];
        new Random(SEED).nextBytes(bytes);
        Raster raster =
                new Raster(
                        detector.input().width(),
                        detector.input().height(),
                        detector.input().color(),
                        detector.input().place(blank.width(), blank.height()),
                        bytes);
        return blank.withRaster(raster);
    }

    @Override
    public void close() {
        host.close();
    }
}
