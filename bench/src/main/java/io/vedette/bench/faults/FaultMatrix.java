package io.vedette.bench.faults;

import io.vedette.bench.stand.CameraProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Trials of some faults of some servers, one after another, beside one healthy neighbour. */
public final class FaultMatrix {

    private FaultMatrix() {}

    /**
     * Runs them.
     *
     * @param each is told every result as soon as it is there
     */
    public static List<FaultResult> run(
            List<ServerKind> servers, List<FaultKind> faults, Pace pace, Consumer<FaultResult> each)
            throws Exception {
        Path folder = Files.createTempDirectory("vedette-faults");
        List<FaultResult> results = new ArrayList<>();
        try (CameraProcess neighbour =
                CameraProcess.start(ServerKind.SIMULATOR.command(folder), folder)) {
            String uri = CameraProcess.uri(neighbour.port());
            for (ServerKind server : servers) {
                for (FaultKind fault : faults) {
                    FaultResult result = new Trial(server, fault, pace, folder).run(uri);
                    each.accept(result);
                    results.add(result);
                }
            }
        }
        delete(folder);
        return results;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
