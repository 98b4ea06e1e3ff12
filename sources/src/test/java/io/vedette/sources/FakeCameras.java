package io.vedette.sources;

import io.vedette.schema.CameraCause;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** Cameras whose every connection is scripted; one without a script refuses. */
final class FakeCameras implements CameraLoop.Opener {

    private final Map<String, Queue<FakeFrameStream>> connections = new ConcurrentHashMap<>();
    private final Queue<FakeFrameStream> streams = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> opened = new ConcurrentHashMap<>();
    private final Map<String, Boolean> shut = new ConcurrentHashMap<>();
    private final Map<String, Boolean> silent = new ConcurrentHashMap<>();

    /** Adds the script of the camera's next connection. */
    FakeFrameStream connection(String camera) {
        FakeFrameStream stream = new FakeFrameStream();
        streams.add(stream);
        connections.computeIfAbsent(camera, c -> new ConcurrentLinkedQueue<>()).add(stream);
        return stream;
    }

    /** Makes a camera that neither answers nor refuses. */
    void silent(String camera) {
        silent.put(camera, true);
    }

    @Override
    public FrameStream open(CameraSplit camera, BooleanSupplier cancelled) throws IOException {
        if (silent.containsKey(camera.camera())) {
            hang();
        }
        Queue<FakeFrameStream> scripted = connections.get(camera.camera());
        FakeFrameStream next = scripted == null ? null : scripted.poll();
        if (next == null) {
            throw new IOException("cannot open rtsp://admin:secret@gate/live: Connection refused");
        }
        opened.merge(camera.camera(), 1, Integer::sum);
        next.open();
        return next;
    }

    /** Makes nobody answer at a camera's port, though it can be opened. */
    void shut(String camera, boolean now) {
        shut.put(camera, now);
    }

    @Override
    public void knock(CameraSplit camera) throws IOException {
        if (shut.getOrDefault(camera.camera(), false)) {
            throw new StreamException(
                    CameraCause.CONNECTION_REFUSED, "cannot connect to the gate", null);
        }
    }

    /** Lets every call that hangs return. */
    void thaw() {
        streams.forEach(FakeFrameStream::thaw);
    }

    /** How many scripted connections were opened. */
    int opened(String camera) {
        return opened.getOrDefault(camera, 0);
    }

    private static void hang() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IOException("cancelled", e);
        }
    }
}
