package io.vedette.quickstart;

import io.vedette.quickstart.scenes.Conditions;
import io.vedette.quickstart.scenes.SceneCamera;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Which simulated junction commands show. */
final class SceneArguments {

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Which junction is simulated (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--conditions",
            paramLabel = "NAME",
            defaultValue = "day",
            description = {
                "Time of day and weather there (default ${DEFAULT-VALUE}):",
                "day, dusk, night, rain, dusk-rain or night-rain."
            })
    private String conditions = "day";

    /**
     * So many cameras around the junction.
     *
     * @param option that says how many
     * @throws IllegalArgumentException naming the option whose value is refused
     */
    List<SceneCamera> cameras(String option, int count) {
        Conditions shown = accepted("--conditions", () -> Conditions.of(conditions));
        return accepted(option, () -> SceneCamera.junction(seed, count, shown));
    }

    private static <T> T accepted(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Option %s: %s".formatted(option, e.getMessage()), e);
        }
    }
}
