package io.vedette.job;

import io.vedette.models.TinyModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that are right, each with the least that its mode needs. */
final class CommandLines {

    private static final List<String> KAFKA =
            List.of("--kafka.bootstrap-servers", "127.0.0.1:9092");
    private static final List<String> CAMERA =
            List.of("--camera", "gate-1=rtsp://joe:s3cret@192.0.2.7/stream");

    private CommandLines() {}

    static String[] watch(Path folder, String... more) {
        return joined("watch", List.of(CAMERA, model(folder), KAFKA), more);
    }

    static String[] ingest(String... more) {
        return joined("ingest", List.of(CAMERA, KAFKA), more);
    }

    static String[] infer(Path folder, String... more) {
        return joined("infer", List.of(model(folder), KAFKA), more);
    }

    static String[] inferWith(String model, String... more) {
        return joined("infer", List.of(List.of("--model.path", model), KAFKA), more);
    }

    private static List<String> model(Path folder) {
        return List.of("--model.path", TinyModel.writePackage(folder.resolve("tiny")).toString());
    }

    private static String[] joined(String mode, List<List<String>> parts, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--mode", mode));
        parts.forEach(arguments::addAll);
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}
