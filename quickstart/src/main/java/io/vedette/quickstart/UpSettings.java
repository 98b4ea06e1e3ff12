package io.vedette.quickstart;

import io.vedette.schema.Camera;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code vedette up} was asked for, checked.
 *
 * @param cameras the user's own, each id once
 * @param simulation the cameras beside them, none of whose ids is among those
 * @param model the folder or the URI of the model package
 * @param models how the package is fetched
 * @param http the port of REST and the dashboard
 * @param flink the port of Flink's web UI
 * @param kafka the port of the broker
 * @param data the folder where everything is kept
 * @param fresh whether to drop first what earlier runs kept
 */
record UpSettings(
        List<Camera> cameras,
        Simulation simulation,
        String model,
        ModelArguments models,
        Port http,
        Port flink,
        Port kafka,
        Path data,
        boolean fresh) {

    /** The ports that are going to be used. */
    List<Port> ports() {
        return Stream.concat(
                        Stream.of(http, flink, kafka),
                        simulation.isEmpty() ? Stream.of() : Stream.of(simulation.rtsp()))
                .toList();
    }
}
