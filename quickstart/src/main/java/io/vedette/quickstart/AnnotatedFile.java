package io.vedette.quickstart;

import io.vedette.schema.FrameResult;
import io.vedette.schema.Raster;
import io.vedette.sources.ffmpeg.Mp4Writer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures with what was seen drawn into them, as one image or as a video. */
abstract sealed class AnnotatedFile implements AutoCloseable {

    private final Path file;

    private AnnotatedFile(Path file) {
        this.file = file;
    }

    /**
     * A file of the form that its name asks for.
     *
     * @throws UserError if the name ends in no known way, or its folder does not exist
     */
    static AnnotatedFile to(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError("Option --annotate: folder '%s' does not exist.".formatted(folder));
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png" -> new Image(file, "png");
            case "jpg", "jpeg" -> new Image(file, "jpg");
            case "mp4" -> new Video(file);
            default ->
                    throw new UserError(
                            "Option --annotate must end in .png, .jpg or .mp4 but was '%s'."
                                    .formatted(file));
        };
    }

    /** Adds a frame: its pixels as BGR, and what was seen in it. */
    void add(Raster bgr, FrameResult result) throws IOException {
        BufferedImage picture = BgrImage.of(bgr);
        Annotator.draw(picture, result.detections());
        write(picture, result.capturedAt());
    }

    abstract void write(BufferedImage picture, Instant capturedAt) throws IOException;

    /** Makes the file whole; without it nothing useful is left. */
    abstract void finish() throws IOException;

    Path file() {
        return file;
    }

    @Override
    public void close() {}

    private static final class Image extends AnnotatedFile {

        private final String format;
        private int frames;

        Image(Path file, String format) {
            super(file);
            this.format = format;
        }

        @Override
        void write(BufferedImage picture, Instant capturedAt) throws IOException {
            if (++frames > 1) {
                throw new UserError(
                        "Option --annotate must end in .mp4 for a video but was '%s', which now holds the first frame."
                                .formatted(file()));
            }
            if (!ImageIO.write(picture, format, file().toFile())) {
                throw new IOException("cannot write '%s'".formatted(file()));
            }
        }

        @Override
        void finish() {}
    }

    private static final class Video extends AnnotatedFile {

        private @Nullable Mp4Writer writer;
        private @Nullable Instant first;

        Video(Path file) {
            super(file);
        }

        @Override
        void write(BufferedImage picture, Instant capturedAt) throws IOException {
            int width = picture.getWidth();
            int height = picture.getHeight();
            if (writer == null || first == null) {
                writer = new Mp4Writer(file(), width, height);
                first = capturedAt;
            }
            Duration time = Duration.between(first, capturedAt);
            writer.write(BgrImage.bytes(picture), width, height, time);
        }

        @Override
        void finish() throws IOException {
            if (writer != null) {
                writer.finish();
            }
        }

        @Override
        public void close() {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
