package io.vedette.bench.faults;

import io.vedette.bench.stand.CameraProcess;
import io.vedette.bench.stand.ScratchFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
        List<FaultResult> results = new ArrayList<>();
        try (ScratchFolder scratch = ScratchFolder.create();
                CameraProcess neighbour =
                        CameraProcess.start(
                                ServerKind.SIMULATOR.command(scratch.path()), scratch.path())) {
            String uri = CameraProcess.uri(neighbour.port());
            for (ServerKind server : servers) {
                for (FaultKind fault : faults) {
                    FaultResult result = new Trial(server, fault, pace, scratch.path()).run(uri);
                    each.accept(result);
                    results.add(result);
                }
            }
        }
        return results;
    }
}
