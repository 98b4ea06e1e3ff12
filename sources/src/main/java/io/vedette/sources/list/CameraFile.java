package io.vedette.sources.list;

import io.vedette.schema.Camera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list in a file, YAML or JSON as {@link CameraFileParser} reads it.
 *
 * <p>Its content is read twice a second, so a change is noticed however the file was replaced: by
 * an editor, by a rename, or by the symbolic links of a Kubernetes ConfigMap. New content counts
 * once two readings in a row found the same, so that nobody is caught in the midst of writing.
 */
final class CameraFile implements CameraList {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(CameraFile.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final String file;
    private final FixedCameras more;

    CameraFile(Path file, List<Camera> more) {
        this.file = file.toString();
        this.more = new FixedCameras(more);
    }

    @Override
    public void follow(Listener listener) throws InterruptedException {
        Watch watch = new Watch(listener);
        while (true) {
            watch.look();
            Thread.sleep(INTERVAL.toMillis());
        }
    }

    /** What was found so far. */
    private final class Watch {

        private final Listener listener;
        private byte @Nullable [] read;
        private byte @Nullable [] taken;
        private @Nullable String problem;

        Watch(Listener listener) {
            this.listener = listener;
        }

        void look() {
            byte[] content;
            try {
                content = Files.readAllBytes(Path.of(file));
            } catch (NoSuchFileException e) {
                report("it is not there");
                return;
            } catch (IOException e) {
                report("it cannot be read, %s".formatted(e));
                return;
            }
            boolean steady = read == null || Arrays.equals(content, read);
            read = content;
            if (steady && !Arrays.equals(content, taken)) {
                take(content);
            }
        }

        private void take(byte[] content) {
            taken = content;
            try {
                listener.changed(CameraFileParser.parse(content, more.cameras()));
                problem = null;
            } catch (CameraFileException e) {
                report(String.valueOf(e.getMessage()));
            }
        }

        private void report(String found) {
            if (!found.equals(problem)) {
                LOG.warn("Camera file {}: {}. The last good list stays.", file, found);
            }
            problem = found;
        }
    }
}
