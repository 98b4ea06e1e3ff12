package io.vedette.sources;

import io.vedette.schema.CameraStatus;
import io.vedette.schema.Json;
import org.apache.flink.api.connector.source.SourceEvent;

/** From a reader to the enumerator: how a camera does. It travels as the JSON of the topic. */
final class CameraStatusEvent implements SourceEvent {

    private static final long serialVersionUID = 1;

    private final byte[] json;

    CameraStatusEvent(CameraStatus status) {
        this.json = Json.write(status);
    }

    CameraStatus status() {
        return Json.read(json, CameraStatus.class);
    }

    @Override
    public String toString() {
        return "CameraStatusEvent[%s]".formatted(status().camera());
    }
}
