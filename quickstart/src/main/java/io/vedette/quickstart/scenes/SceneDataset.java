package io.vedette.quickstart.scenes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.models.coco.CocoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * A dataset of simulated pictures in the COCO format: {@code annotations.json}, and JPEG files in
 * {@code images/}. It shows many different junctions, a few pictures of each. The same settings
 * give the same dataset, by any number of threads; different seeds share no junction.
 */
public final class SceneDataset {

    private final DatasetSettings settings;

    public SceneDataset(DatasetSettings settings) {
        this.settings = settings;
    }

    /**
     * Writes it; annotations come last, so a folder without them is not whole.
     *
     * @param progress is told how many pictures are done, after each junction
     * @throws IOException if the folder is not empty or cannot be written
     */
    public void write(Path folder, IntConsumer progress) throws IOException, InterruptedException {
        requireEmpty(folder);
        Path images = Files.createDirectories(folder.resolve("images"));
        ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
        try {
            List<Future<List<DatasetPicture>>> scenes = new ArrayList<>();
            for (int i = 0; i < settings.scenes(); i++) {
                DatasetScene scene = new DatasetScene(settings, i, images);
                scenes.add(threads.submit(scene::draw));
            }
            CocoWriter coco = describe();
            int done = 0;
            for (Future<List<DatasetPicture>> scene : scenes) {
                List<DatasetPicture> pictures = scene.get();
                pictures.forEach(picture -> add(coco, picture));
                done += pictures.size();
                progress.accept(done);
            }
            coco.write(folder.resolve("annotations.json"));
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException("'%s' must be a folder but is a file.".formatted(folder));
        }
        if (Files.isDirectory(folder)) {
            try (var entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new IOException(
                            "Folder '%s' must be empty or not exist, but there is something in it."
                                    .formatted(folder));
                }
            }
        }
    }

    private static IOException failure(ExecutionException e) {
        if (e.getCause() instanceof IOException cause) {
            return cause;
        }
        if (e.getCause() instanceof UncheckedIOException cause) {
            return new IOException(cause.getMessage(), cause);
        }
        throw new IllegalStateException(e.getCause());
    }

    private CocoWriter describe() {
        CocoWriter coco = new CocoWriter("Simulated street junctions", SceneCamera.labels());
        ObjectNode info = coco.info();
        info.put("version", "1");
        info.put("contributor", "Vedette scene simulator");
        info.put("seed", settings.seed());
        info.put("command", settings.command());
        coco.licence("Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0");
        return coco;
    }

    private static void add(CocoWriter coco, DatasetPicture picture) {
        coco.image(picture.file(), picture.width(), picture.height());
        for (TrueObject object : picture.truth().objects()) {
            coco.object(object.classId(), object.box(), object.ignored())
                    .put("track_id", object.identity())
                    .put("visible", Math.round(object.visible() * 1000) / 1000.0);
        }
    }
}
