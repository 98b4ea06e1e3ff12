package io.vedette.sources;

import io.vedette.schema.CameraStatus;
import io.vedette.sources.list.StatusChannel;
import io.vedette.sources.list.StatusPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Remembers what was told of cameras, a line each. */
final class FakeStatusChannel implements StatusChannel, StatusPublisher {

    private static final long serialVersionUID = 1;

    private final ArrayList<String> told = new ArrayList<>();
    private boolean closed;

    List<String> told() {
        return told;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public StatusPublisher open() {
        return this;
    }

    @Override
    public void publish(CameraStatus status) {
        told.add(
                "%s %s %s"
                        .formatted(status.camera(), status.state(), status.message())
                        .replace(" null", ""));
    }

    @Override
    public void removed(String camera) {
        told.add(camera + " removed");
    }

    @Override
    public void only(Set<String> cameras) {
        told.add("only " + cameras);
    }

    @Override
    public void close() {
        closed = true;
    }
}
