package io.vedette.bench.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * Another program that does the same: a script and the Python that has what it imports.
 *
 * @param name of the script, without its suffix
 */
record Peer(String name, Path python) {

    /** All that there are scripts of. */
    static final List<String> NAMES =
            List.of("opencv_loop", "roboflow_inference", "ultralytics_predict");

    /**
     * Reads what was given for {@code --peers}.
     *
     * @param given {@code PYTHON} for all peers, or {@code NAME=PYTHON} for one
     */
    static List<Peer> parse(String given) {
        int equals = given.indexOf('=');
        String name = equals < 0 ? "" : given.substring(0, equals);
        if (equals < 0) {
            return NAMES.stream().map(each -> new Peer(each, Path.of(given))).toList();
        }
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "Option --peers must be PYTHON or NAME=PYTHON, where NAME is one of %s, but was '%s'."
                            .formatted(String.join(", ", NAMES), given));
        }
        return List.of(new Peer(name, Path.of(given.substring(equals + 1))));
    }
}
