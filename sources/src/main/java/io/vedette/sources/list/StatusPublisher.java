package io.vedette.sources.list;

import io.vedette.schema.CameraStatus;
import java.util.Set;

/** Tells the outside how cameras do. Nothing here blocks or throws, whatever the outside does. */
public interface StatusPublisher extends AutoCloseable {

    /** A camera is like this now. */
    void publish(CameraStatus status);

    /** A camera is not in the list any more. */
    void removed(String camera);

    /**
     * There are no other cameras: whatever was told of one is out of date. Comes before all else.
     */
    void only(Set<String> cameras);

    /** Tells what is still waiting to be told, but not for long. */
    @Override
    void close();
}
