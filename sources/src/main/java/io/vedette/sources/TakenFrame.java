package io.vedette.sources;

import io.vedette.schema.Frame;
import io.vedette.sources.CameraMetrics.Loss;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the reader took out of a slot.
 *
 * @param offered null says that no more will come
 * @param old whether it waited too long
 */
record TakenFrame(FrameSlot slot, @Nullable OfferedFrame offered, boolean old) {

    private static final Logger LOG = LoggerFactory.getLogger(TakenFrame.class);

    static TakenFrame end(FrameSlot slot) {
        return new TakenFrame(slot, null, false);
    }

    boolean isEnd() {
        return offered == null;
    }

    /** The frame with its pixels, once; null if there is none, or something is wrong with it. */
    @Nullable Frame frame() {
        if (offered == null) {
            return null;
        }
        if (old) {
            offered.drop();
            slot.lost(Loss.STALE);
            return null;
        }
        try {
            return offered.take();
        } catch (IOException | RuntimeException e) {
            LOG.debug("Camera '{}': no pixels can be made of a frame.", slot.camera(), e);
            slot.noPixels();
            return null;
        }
    }
}
