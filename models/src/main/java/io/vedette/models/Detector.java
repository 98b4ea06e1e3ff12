package io.vedette.models;

import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import java.util.List;

/**
 * A loaded model. It may be used by any thread, but by one at a time.
 *
 * <p>A failed call leaves the detector usable, and a closed one fails every call.
 */
public interface Detector extends AutoCloseable {

    /** The picture that {@link #detect} wants in every frame. */
    RasterSpec input();

    /**
     * Frames that share one run of the network: {@code n} where the graph fixes a batch of {@code
     * n}, {@link Integer#MAX_VALUE} where it takes any. Larger calls are served in several runs.
     */
    int maxBatch();

    /**
     * Frames that are best given to one call: 1 where a larger batch gains nothing, the graph's own
     * where it fixes one; from 1 to {@link #maxBatch}.
     */
    default int preferredBatch() {
        return 1;
    }

    /**
     * Looks at frames of any cameras.
     *
     * @param batch frames with a raster that {@link io.vedette.schema.Raster#fits fits} {@link
     *     #input}; rasters are only read
     * @return for each frame, in the order of the batch, what was seen, most confident first; boxes
     *     are in pixels of the source frame and lie within it
     * @throws OutOfDeviceMemoryException if the device has too little memory for such a batch
     * @throws DetectionException if a raster is missing or does not fit, if the network fails, or
     *     if this detector is closed; then no frame of the batch has an answer
     */
    List<List<Detection>> detect(List<Frame> batch);

    /** Frees the model; may be called again. */
    @Override
    void close();
}
