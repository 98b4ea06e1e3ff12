package io.vedette.bench.live;

import io.vedette.bench.stand.CameraProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cameras in a process of their own that play one video over RTSP at one rate, each at its own
 * moment. They are numbered from 0.
 */
final class VideoFleet implements AutoCloseable {

    static final String GROW = "grow ";
    static final String SENT = "sent ";

    private final CameraProcess process;

    private VideoFleet(CameraProcess process) {
        this.process = process;
    }

    /**
     * Starts it, without a camera.
     *
     * @param folder where it writes what goes wrong
     */
    static VideoFleet start(Path video, double framesPerSecond, Path folder) throws IOException {
        List<String> command = new ArrayList<>(CameraProcess.java(VideoFleetMain.class));
        command.add(video.toString());
        command.add(Double.toString(framesPerSecond));
        return new VideoFleet(CameraProcess.start(command, folder));
    }

    /** Adds cameras until there are so many. */
    void grow(int cameras) throws IOException {
        process.tell(GROW + cameras);
    }

    /** How many pictures the first so many cameras have sent. */
    long sent(int cameras) throws IOException {
        return Long.parseLong(process.ask(SENT + cameras));
    }

    String uri(int number) {
        return "rtsp://%s:%d/%s".formatted(CameraProcess.HOST, process.port(), id(number));
    }

    static String id(int number) {
        return "camera-" + number;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
