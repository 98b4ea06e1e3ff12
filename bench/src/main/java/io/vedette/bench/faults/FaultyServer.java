package io.vedette.bench.faults;

import io.vedette.bench.stand.CameraProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server whose camera has one kind of fault, from {@link #begin} to {@link #end}. */
final class FaultyServer implements AutoCloseable {

    /** What GStreamer's server cannot do by itself. */
    private static final Set<FaultKind> WIRED =
            Set.of(FaultKind.TRUNCATED_STREAM, FaultKind.BLACK_HOLE, FaultKind.TIMESTAMP_JUMP_BACK);

    private static final int CLOCK = 90_000;

    private final FaultKind fault;
    private final CameraProcess process;
    private final @Nullable Wire wire;

    private FaultyServer(FaultKind fault, CameraProcess process, @Nullable Wire wire) {
        this.fault = fault;
        this.process = process;
        this.wire = wire;
    }

    static FaultyServer start(ServerKind kind, FaultKind fault, Path folder) throws IOException {
        CameraProcess process = CameraProcess.start(kind.command(folder), folder);
        Wire wire =
                kind == ServerKind.GSTREAMER && WIRED.contains(fault)
                        ? new Wire(process.port())
                        : null;
        if (fault == FaultKind.TIMESTAMP_WRAP) {
            process.tell(fault.label());
        }
        return new FaultyServer(fault, process, wire);
    }

    String uri() {
        return CameraProcess.uri(wire == null ? process.port() : wire.port());
    }

    /** Returns when the fault is there; for a moment's fault, when the camera can be watched. */
    void begin() throws IOException, InterruptedException {
        switch (fault) {
            case KILL -> process.kill();
            case STOP -> process.signal("STOP");
            case RESTART -> {
                process.kill();
                process.start();
            }
            case TIMESTAMP_WRAP -> {
                // it comes by itself
            }
            default -> beginInside();
        }
    }

    private void beginInside() throws IOException {
        if (wire == null) {
            process.tell(fault.label());
        } else {
            switch (fault) {
                case BLACK_HOLE -> wire.silence(true);
                case TIMESTAMP_JUMP_BACK ->
                        wire.jump((int) -CameraProcess.JUMP.toSeconds() * CLOCK);
                default -> wire.cut();
            }
        }
    }

    /** Returns when the camera can be watched again. */
    void end() throws IOException, InterruptedException {
        switch (fault) {
            case KILL -> process.start();
            case STOP -> process.signal("CONT");
            default -> {
                if (wire == null) {
                    process.tell(CameraProcess.CLEAR);
                } else {
                    wire.silence(false);
                    wire.jump(0);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
        if (wire != null) {
            wire.close();
        }
    }
}
