package io.vedette.quickstart;

import io.vedette.quickstart.scenes.Conditions;
import io.vedette.quickstart.scenes.SceneCamera;
import java.util.List;
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
     * @throws IllegalArgumentException if there are no such conditions, or not so many cameras
     */
    List<SceneCamera> cameras(int count) {
        return SceneCamera.junction(seed, count, Conditions.of(conditions));
    }
}
