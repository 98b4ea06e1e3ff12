package io.vedette.bench.gpu;

import java.util.Locale;

/** How frames are run. */
enum Way {
    /** The network alone: the same input every time, outputs brought to the host and not read. */
    RAW,
    /** From rasters to detections, with numbers made of bytes on the host. */
    HOST,
    /** From rasters to detections, with numbers made of bytes in the graph. */
    GRAPH;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
