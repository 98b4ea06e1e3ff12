package io.vedette.schema;

import java.io.Serializable;

/**
 * Which model answered, exactly.
 *
 * @param name the model's name
 * @param version its version
 * @param sha256 the first eight hex digits of the ONNX file's SHA-256
 * @param route why this model was asked
 */
public record ModelRef(String name, String version, String sha256, Route route)
        implements Serializable {

    public ModelRef {
        Names.notBlank("Model name", name);
        Names.notBlank("Model version", version);
    }
}
