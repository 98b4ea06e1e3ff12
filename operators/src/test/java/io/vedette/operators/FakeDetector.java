package io.vedette.operators;

import io.vedette.models.DetectionException;
import io.vedette.models.Detector;
import io.vedette.models.onnx.Device;
import io.vedette.operators.inference.InferenceEngine;
import io.vedette.schema.Anchor;
import io.vedette.schema.Box;
import io.vedette.schema.ColorOrder;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.Route;
import java.util.List;

/** Sees a person, nothing, or fails, as the first byte of the raster says. */
final class FakeDetector implements Detector {

    static final byte NOTHING = 0;
    static final byte PERSON = 1;
    static final byte FAILS = 2;

    static final ModelRef MODEL = new ModelRef("fake", "1", "00000000", Route.LIVE);
    static final Detection A_PERSON = new Detection("person", 0, 0.9f, new Box(1, 2, 3, 4), null);

    private static final RasterSpec INPUT =
            new RasterSpec(1, 1, Resize.STRETCH, Anchor.TOP_LEFT, 0, ColorOrder.GREY);

    static Raster raster(byte content) {
        return new Raster(1, 1, ColorOrder.GREY, INPUT.place(64, 48), new byte[] {content});
    }

    @Override
    public RasterSpec input() {
        return INPUT;
    }

    @Override
    public int maxBatch() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<List<Detection>> detect(List<Frame> batch) {
        return batch.stream().map(FakeDetector::detect).toList();
    }

    private static List<Detection> detect(Frame frame) {
        return switch (frame.raster().data()[0]) {
            case NOTHING -> List.of();
            case PERSON -> List.of(A_PERSON);
            default -> throw new DetectionException("the fake fails");
        };
    }

    @Override
    public void close() {}

    /** Makes engines of the fake. */
    static final class Factory implements DetectorFactory {
        @Override
        public ModelRef model() {
            return MODEL;
        }

        @Override
        public InferenceEngine<Frame, List<Detection>> create(Place place) {
            return new DetectorEngine(new FakeDetector(), Device.CPU, 1);
        }
    }
}
