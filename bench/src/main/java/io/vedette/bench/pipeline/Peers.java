package io.vedette.bench.pipeline;

import io.vedette.bench.pipeline.PipelineReport.PeerFigures;
import io.vedette.bench.pipeline.PipelineReport.Skipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The peers that can run here, and their figures of all rounds. One that fails is skipped. */
final class Peers {

    private final PeerScript script;
    private final Consumer<String> progress;
    private final Map<Peer, Able> able = new LinkedHashMap<>();
    private final Map<String, Skipped> skipped = new LinkedHashMap<>();

    /** A peer that can run, and its frames a second in each round. */
    private record Able(PeerScript.Identity identity, List<Double> rates) {}

    private Peers(PeerScript script, Consumer<String> progress) {
        this.script = script;
        this.progress = progress;
    }

    /** Finds out who can run. */
    static Peers of(List<Peer> wanted, PeerScript script, Consumer<String> progress)
            throws InterruptedException {
        Peers peers = new Peers(script, progress);
        for (Peer peer : wanted) {
            try {
                peers.able.put(peer, new Able(script.check(peer), new ArrayList<>()));
            } catch (IOException | IllegalArgumentException e) {
                peers.skip(peer, e);
            }
        }
        return peers;
    }

    /** Measures each once. */
    void round() throws InterruptedException {
        for (Map.Entry<Peer, Able> entry : List.copyOf(able.entrySet())) {
            Peer peer = entry.getKey();
            try {
                double fps = script.measure(peer).fps();
                entry.getValue().rates().add(fps);
                progress.accept("%s %.1f/s".formatted(peer.name(), fps));
            } catch (IOException | IllegalArgumentException e) {
                able.remove(peer);
                skip(peer, e);
            }
        }
    }

    private void skip(Peer peer, Exception e) {
        String reason = String.valueOf(e.getMessage());
        skipped.put(peer.name(), new Skipped(peer.name(), reason));
        progress.accept("%s skipped: %s".formatted(peer.name(), reason));
    }

    /** Those that were measured in every round, held against the job. */
    List<PeerFigures> figures(double jobFps) {
        return able.values().stream().map(peer -> figures(peer, jobFps)).toList();
    }

    private static PeerFigures figures(Able peer, double jobFps) {
        double fps = Figures.median(peer.rates(), Double::doubleValue);
        return new PeerFigures(
                peer.identity().name(),
                peer.identity().version(),
                fps,
                Collections.min(peer.rates()),
                Collections.max(peer.rates()),
                jobFps / fps);
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped.values());
    }
}
