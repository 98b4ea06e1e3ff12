package io.vedette.models.onnx;

import java.util.Locale;

/** Where bytes of pixels become the numbers that a network computes with. */
public enum Preprocessing {
    /** In the graph on a GPU, on the host elsewhere. */
    AUTO,
    /** In Java, before the network's input is filled. */
    HOST,
    /** In the graph, on the device that runs it, which is given the bytes as they are. */
    GRAPH;

    /** The name in options and reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a device is to be given bytes. */
    public boolean isInGraph(Device device) {
        return this == GRAPH || (this == AUTO && device.isGpu());
    }
}
