package io.vedette.quickstart.scenes;

import io.vedette.quickstart.scenes.world.Dice;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a dataset shows.
 *
 * @param seed from 0 to 2^39 - 1; different seeds share no junction
 * @param frames how many pictures
 * @param cameras how many cameras look at each junction
 * @param quality of the JPEG files, from 1 to 100; 0 for a different one in each junction
 * @param width of the pictures, in pixels
 * @param height of the pictures, in pixels
 * @param conditions the times of day and weathers to show; all in turn where there are several
 * @param threads how many draw
 */
public record DatasetSettings(
        long seed,
        int frames,
        int cameras,
        int quality,
        int width,
        int height,
        List<Conditions> conditions,
        int threads) {

    /** How many pictures a camera takes of a junction. */
    static final int MOMENTS = 3;

    private static final int SCENE_BITS = 24;
    private static final long MOST_SEED = (1L << (63 - SCENE_BITS)) - 1;

    public DatasetSettings {
        require(seed >= 0 && seed <= MOST_SEED, "Seed", "0 and " + MOST_SEED, seed);
        require(frames >= 1 && frames <= 1_000_000, "Frames", "1 and 1000000", frames);
        require(
                cameras >= 1 && cameras <= Viewpoint.most(),
                "Cameras",
                "1 and " + Viewpoint.most(),
                cameras);
        require(quality >= 0 && quality <= 100, "Quality", "1 and 100", quality);
        require(width >= 160 && width <= 1920, "Width", "160 and 1920", width);
        require(height >= 90 && height <= 1080, "Height", "90 and 1080", height);
        require(threads >= 1 && threads <= 64, "Threads", "1 and 64", threads);
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("Conditions must not be empty.");
        }
    }

    private static void require(boolean holds, String subject, String range, long value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s must be between %s but was %d.".formatted(subject, range, value));
        }
    }

    /** How many junctions there are. */
    int scenes() {
        return (frames + picturesOfScene() - 1) / picturesOfScene();
    }

    int picturesOfScene() {
        return cameras * MOMENTS;
    }

    /** The seed of a junction: no two of any dataset share one. */
    long sceneSeed(int scene) {
        return Dice.mix((seed << SCENE_BITS) | scene);
    }

    /** How it can be made again. */
    String command() {
        return "vedette scenes --frames %d --seed %d --cameras %d%s --size %dx%d --conditions %s"
                .formatted(
                        frames,
                        seed,
                        cameras,
                        quality == 0 ? "" : " --quality " + quality,
                        width,
                        height,
                        conditions.stream().map(Conditions::name).collect(Collectors.joining(",")));
    }
}
