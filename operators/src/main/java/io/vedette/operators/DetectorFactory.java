package io.vedette.operators;

import io.vedette.operators.inference.InferenceEngineFactory;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.ModelRef;
import java.util.List;

/** Makes detectors of one model, on every machine of a job. */
public interface DetectorFactory extends InferenceEngineFactory<Frame, List<Detection>> {

    /** Which model it is, written into every result. */
    ModelRef model();

    @Override
    default String name() {
        return "%s %s (%s)".formatted(model().name(), model().version(), model().sha256());
    }
}
