package io.vedette.quickstart.scenes;

import io.vedette.quickstart.scenes.drawing.Daylight;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Time of day and weather.
 *
 * @param daylight how light it is
 * @param rain whether it rains
 */
public record Conditions(Daylight daylight, boolean rain) {

    public static final Conditions DAY = new Conditions(Daylight.DAY, false);
    public static final Conditions DUSK = new Conditions(Daylight.DUSK, false);
    public static final Conditions NIGHT = new Conditions(Daylight.NIGHT, false);
    public static final Conditions RAIN = new Conditions(Daylight.DAY, true);

    private static final String RAINY = "-rain";

    /** All that there are. */
    public static List<Conditions> all() {
        return List.of(
                DAY,
                DUSK,
                NIGHT,
                RAIN,
                new Conditions(Daylight.DUSK, true),
                new Conditions(Daylight.NIGHT, true));
    }

    /**
     * Conditions by their name, such as {@code day}, {@code rain} or {@code night-rain}.
     *
     * @throws IllegalArgumentException if there are none of that name
     */
    public static Conditions of(String name) {
        return all().stream()
                .filter(conditions -> conditions.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Conditions must be one of %s but were '%s'."
                                                .formatted(names(), name)));
    }

    private static String names() {
        return all().stream().map(Conditions::name).collect(Collectors.joining(", "));
    }

    public String name() {
        if (daylight == Daylight.DAY) {
            return rain ? "rain" : "day";
        }
        return daylight.name().toLowerCase(Locale.ROOT) + (rain ? RAINY : "");
    }
}
