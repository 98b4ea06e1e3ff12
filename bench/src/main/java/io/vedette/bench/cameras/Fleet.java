package io.vedette.bench.cameras;

import io.vedette.bench.stand.CameraProcess;
import io.vedette.schema.Camera;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Many simulated cameras in a process of their own; they show the same pictures. */
final class Fleet implements AutoCloseable {

    static final String DISCONNECT = "disconnect";

    private final CameraProcess process;

    private Fleet(CameraProcess process) {
        this.process = process;
    }

    static Fleet start(Path folder) throws IOException {
        return new Fleet(CameraProcess.start(CameraProcess.java(FleetMain.class), folder));
    }

    /** The first so many, all different. */
    List<Camera> cameras(int count) {
        return IntStream.range(0, count)
                .mapToObj(FleetMain::id)
                .map(id -> Camera.of(id, uri(id)))
                .toList();
    }

    private String uri(String id) {
        return "rtsp://%s:%d/%s".formatted(CameraProcess.HOST, process.port(), id);
    }

    /** Breaks off every connection; they may come again at once. */
    void disconnect() throws IOException {
        process.tell(DISCONNECT);
    }

    @Override
    public void close() {
        process.close();
    }
}
