package io.vedette.quickstart;

import io.vedette.schema.Camera;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code vedette up} was asked for, checked.
 *
 * @param cameras at least one, each id once
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
        String model,
        ModelArguments models,
        Port http,
        Port flink,
        Port kafka,
        Path data,
        boolean fresh) {

    List<Port> ports() {
        return List.of(http, flink, kafka);
    }
}
