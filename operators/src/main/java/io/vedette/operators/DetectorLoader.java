package io.vedette.operators;

import io.vedette.models.Detector;
import io.vedette.schema.ModelRef;
import java.io.Serializable;

/** How a task comes by its detector; travels with the job. */
public interface DetectorLoader extends Serializable {

    /** Which model the detector is of, written into every result. */
    ModelRef model();

    /** Opens a detector of this model, ready to serve; its caller closes it. */
    Detector load();
}
