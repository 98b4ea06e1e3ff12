package io.vedette.models.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Locale;

/** What a network runs on. */
public enum Device {
    /** The processor; always there. */
    CPU {
        @Override
        void configure(SessionOptions options) throws OrtException {
            options.addCPU(true);
        }
    };

    /** Asks for this device. */
    abstract void configure(SessionOptions options) throws OrtException;

    /** The name in options and reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
