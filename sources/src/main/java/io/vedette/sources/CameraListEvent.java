package io.vedette.sources;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;

/**
 * From the enumerator to a reader: all cameras that the reader shall watch, and no others. It may
 * come at any time and again; what it says counts whatever was said before.
 */
final class CameraListEvent implements SourceEvent {

    private static final long serialVersionUID = 1;

    private final ArrayList<CameraSplit> cameras;

    CameraListEvent(List<CameraSplit> cameras) {
        this.cameras = new ArrayList<>(cameras);
    }

    List<CameraSplit> cameras() {
        return cameras;
    }

    @Override
    public String toString() {
        return "CameraListEvent[%d cameras]".formatted(cameras.size());
    }
}
