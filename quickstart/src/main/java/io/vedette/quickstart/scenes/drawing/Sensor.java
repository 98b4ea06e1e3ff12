package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;
import java.util.SplittableRandom;

/** What weather and sensor do to a picture: rain, noise, an exposure that drifts a little. */
final class Sensor {

    private static final int TILE = 1 << 18;
    private static final int DROPS = 190;

    private final byte[] noise = new byte[TILE];
    private final boolean rain;
    private final long seed;

    Sensor(Light light, long seed) {
        this.rain = light.wet();
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < TILE; i++) {
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                sum += random.nextDouble() - 0.5;
            }
            noise[i] = (byte) Math.round(sum * Math.sqrt(3) * light.grain());
        }
    }

    /** Works on blue, green and red of each pixel. */
    void expose(byte[] pixels, int width, int height, long frame) {
        Dice dice = Dice.of(seed, 1, frame);
        if (rain) {
            rain(pixels, width, height, dice);
        }
        double drift = StrictMath.sin(frame / 60.0 + (seed & 1023)) * 0.03;
        int gain = (int) Math.round(256 * (1 + drift));
        int start = dice.between(0, TILE - 1);
        for (int i = 0; i < pixels.length; i++) {
            int value = (((pixels[i] & 255) * gain) >> 8) + noise[(start + i) & (TILE - 1)];
            pixels[i] = (byte) (value < 0 ? 0 : Math.min(value, 255));
        }
    }

    private void rain(byte[] pixels, int width, int height, Dice dice) {
        double slant = 0.12 + 0.1 * ((seed >> 10 & 15) / 15.0);
        for (int i = 0; i < DROPS * width / 640; i++) {
            double x = dice.between(-20.0, width);
            double y = dice.between(-20.0, height);
            double length = dice.between(7.0, 24.0) * height / 360;
            double strength = dice.between(0.10, 0.32);
            for (int step = 0; step < length; step++) {
                int column = (int) (x - slant * step);
                int row = (int) (y + step);
                if (column >= 0 && row >= 0 && column < width && row < height) {
                    brighten(pixels, 3 * (row * width + column), strength);
                }
            }
        }
    }

    private static void brighten(byte[] pixels, int at, double part) {
        for (int i = at; i < at + 3; i++) {
            int value = pixels[i] & 255;
            pixels[i] = (byte) (value + (int) ((205 - value) * part * (value < 205 ? 1 : 0)));
        }
    }
}
