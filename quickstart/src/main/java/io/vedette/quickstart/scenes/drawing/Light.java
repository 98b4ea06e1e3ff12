package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/**
 * The light of a scene. Colours are factors of a surface's own: red, green, blue.
 *
 * @param sky what falls from everywhere
 * @param sun what falls from the sun; black when it is hidden
 * @param toSun the direction of the sun
 * @param zenith the colour of the sky high up
 * @param horizon its colour low down, which far things take on
 * @param haze the distance at which most of a thing has taken on the horizon's colour, in metres
 * @param lamps how bright lamps and lit windows are, from 0 to 1
 * @param grain the noise of the sensor, as the standard deviation of a channel
 * @param wet whether it rains
 */
record Light(
        Vec sky,
        Vec sun,
        Vec toSun,
        int zenith,
        int horizon,
        double haze,
        double lamps,
        double grain,
        boolean wet) {

    private static final Vec LAMP = new Vec(1.15, 0.92, 0.62);

    static Light of(Daylight daylight, boolean rain, Dice dice) {
        double azimuth = dice.between(0, 2 * Math.PI);
        boolean cloudy = rain || dice.chance(0.3);
        return switch (daylight) {
            case DAY -> day(sun(azimuth, dice.between(28, 58)), cloudy, rain);
            case DUSK -> dusk(sun(azimuth, dice.between(9, 17)), cloudy, rain);
            case NIGHT -> night(rain);
        };
    }

    private static Vec sun(double azimuth, double degrees) {
        double elevation = StrictMath.toRadians(degrees);
        double flat = StrictMath.cos(elevation);
        return new Vec(
                StrictMath.cos(azimuth) * flat,
                StrictMath.sin(azimuth) * flat,
                StrictMath.sin(elevation));
    }

    private static Light day(Vec toSun, boolean cloudy, boolean rain) {
        if (cloudy) {
            double level = rain ? 0.82 : 0.98;
            Vec sky = new Vec(0.97, 0.99, 1.03).times(level);
            Vec none = new Vec(0, 0, 0);
            int low = rain ? 0xA9AFB5 : 0xC9CFD5;
            return new Light(
                    sky, none, toSun, 0x9AA3AD, low, rain ? 150 : 320, 0, rain ? 4.2 : 2.6, rain);
        }
        Vec sky = new Vec(0.50, 0.55, 0.63);
        Vec sun = new Vec(0.74, 0.69, 0.58);
        return new Light(sky, sun, toSun, 0x5F93CF, 0xC4D8EA, 420, 0, 2.4, false);
    }

    private static Light dusk(Vec toSun, boolean cloudy, boolean rain) {
        Vec sky = new Vec(0.36, 0.35, 0.43);
        Vec sun = cloudy ? new Vec(0, 0, 0) : new Vec(0.62, 0.38, 0.20);
        int zenith = cloudy ? 0x565C6E : 0x4A5A86;
        int horizon = cloudy ? 0x8A8489 : 0xD9A07A;
        return new Light(sky, sun, toSun, zenith, horizon, rain ? 130 : 300, 0.5, 4, rain);
    }

    private static Light night(boolean rain) {
        Vec sky = new Vec(0.17, 0.175, 0.225);
        Vec none = new Vec(0, 0, 0);
        return new Light(sky, none, Vec.UP, 0x0A0E1A, 0x1F2433, rain ? 140 : 300, 1, 6.5, rain);
    }

    boolean sunny() {
        return sun.x() > 0;
    }

    /** Whether vehicles have their lights on. */
    boolean headlights() {
        return lamps > 0 || wet;
    }

    /**
     * How a surface looks.
     *
     * @param rgb its own colour
     * @param glow how much of it is light of its own, from 0 to 1
     * @param up how much it faces up, from -1 to 1
     * @param sunlight the part of the sun's light on it, from 0 to 1
     * @param lamplight the light of lamps on it
     * @param distance to the camera, in metres
     */
    int shade(int rgb, double glow, double up, double sunlight, double lamplight, double distance) {
        double open = 0.78 + 0.22 * up;
        double lit = 1 - glow;
        double far = distance / haze;
        double veil = far / (0.7 + far);
        double fog = veil * veil;
        double red = channel(sky.x(), sun.x(), LAMP.x(), open, sunlight, lamplight) * lit + glow;
        double green = channel(sky.y(), sun.y(), LAMP.y(), open, sunlight, lamplight) * lit + glow;
        double blue = channel(sky.z(), sun.z(), LAMP.z(), open, sunlight, lamplight) * lit + glow;
        return Rgb.of(
                soft(Rgb.red(rgb) * red) * (1 - fog) + Rgb.red(horizon) * fog,
                soft(Rgb.green(rgb) * green) * (1 - fog) + Rgb.green(horizon) * fog,
                soft(Rgb.blue(rgb) * blue) * (1 - fog) + Rgb.blue(horizon) * fog);
    }

    private static double channel(
            double sky, double sun, double lamp, double open, double sunlight, double lamplight) {
        return sky * open + sun * sunlight + lamp * lamplight;
    }

    /** The shoulder of a sensor's curve: bright things keep some of their colour. */
    private static double soft(double value) {
        return value <= 200 ? value : 200 + 55 * (1 - 1 / (1 + (value - 200) / 55));
    }
}
