package io.vedette.bench.faults;

import io.vedette.bench.stand.CameraProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whose server sends. */
public enum ServerKind {
    /** Our own, of {@code ./vedette cameras}. */
    SIMULATOR,
    /** GStreamer's RTSP server, driven by a script. */
    GSTREAMER;

    private static final String PYTHON = "/usr/bin/python3";
    private static final String NEEDED =
            "import gi; gi.require_version('GstRtspServer', '1.0'); gi.require_version('Gst', '1.0');"
                    + " from gi.repository import Gst, GstRtspServer; Gst.init(None);"
                    + " assert Gst.ElementFactory.find('openh264enc')";

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether what it needs is installed. */
    public boolean isInstalled() throws IOException, InterruptedException {
        if (this == SIMULATOR) {
            return true;
        }
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return false;
        }
        Process check =
                new ProcessBuilder(PYTHON, "-c", NEEDED)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return check.waitFor() == 0;
    }

    /** What must be installed for it, for people. */
    public String needs() {
        return "python3-gi, gir1.2-gst-rtsp-server-1.0 and GStreamer's base, good and bad plug-ins";
    }

    /** How one is started; the folder takes what it needs. */
    List<String> command(Path folder) throws IOException {
        return switch (this) {
            case SIMULATOR -> CameraProcess.java(SimulatorMain.class);
            case GSTREAMER -> List.of(PYTHON, script(folder).toString());
        };
    }

    private static Path script(Path folder) throws IOException {
        Path script = folder.resolve("gstreamer_camera.py");
        try (InputStream in = ServerKind.class.getResourceAsStream("gstreamer_camera.py")) {
            if (!Files.exists(script)) {
                Files.copy(in, script);
            }
        }
        return script;
    }
}
