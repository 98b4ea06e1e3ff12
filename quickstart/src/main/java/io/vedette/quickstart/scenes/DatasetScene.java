package io.vedette.quickstart.scenes;

import io.vedette.quickstart.scenes.world.Dice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One junction of a dataset: a few moments, each seen by every camera. */
final class DatasetScene {

    private static final int FRAMES_APART = 90;
    private static final int LATEST_START = 100_000;

    private final DatasetSettings settings;
    private final int index;
    private final Path images;

    /**
     * @param index of the junction, from 0
     * @param images the folder to write to
     */
    DatasetScene(DatasetSettings settings, int index, Path images) {
        this.settings = settings;
        this.index = index;
        this.images = images;
    }

    /** Draws and writes its pictures. */
    List<DatasetPicture> draw() throws IOException {
        long seed = settings.sceneSeed(index);
        Dice dice = Dice.of(seed, 40);
        Conditions conditions = settings.conditions().get(index % settings.conditions().size());
        int quality = settings.quality() > 0 ? settings.quality() : dice.between(70, 95);
        List<SceneCamera> cameras =
                SceneCamera.survey(
                        seed, settings.cameras(), conditions, settings.width(), settings.height());
        long frame = dice.between(0, LATEST_START);
        List<DatasetPicture> pictures = new ArrayList<>();
        for (int moment = 0; moment < DatasetSettings.MOMENTS; moment++) {
            for (SceneCamera camera : cameras) {
                if (index * settings.picturesOfScene() + pictures.size() < settings.frames()) {
                    pictures.add(picture(camera, frame, quality));
                }
            }
            frame += FRAMES_APART + dice.between(0, FRAMES_APART);
        }
        return pictures;
    }

    private DatasetPicture picture(SceneCamera camera, long frame, int quality) throws IOException {
        BufferedImage image = camera.picture(frame);
        String name = String.format(Locale.ROOT, "%06d-%s-%06d.jpg", index, camera.id(), frame);
        JpegFile.write(images.resolve(name), image, quality);
        return new DatasetPicture(name, camera.width(), camera.height(), camera.truth(frame));
    }
}
