package io.vedette.bench.pipeline;

import io.vedette.bench.stand.JobStand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures ONNX Runtime alone, the bare loop, the whole job and other programs in turns, so that
 * what disturbs the machine disturbs all alike. A first round of ours is thrown away.
 */
final class PipelineBench {

    private final PipelineSettings settings;
    private final Clip clip;
    private final Consumer<String> progress;
    private final ClipAnswers answers = new ClipAnswers();
    private final List<Sample> raw = new ArrayList<>();
    private final List<Sample> bareLoop = new ArrayList<>();
    private final List<JobSample> job = new ArrayList<>();

    private PipelineBench(PipelineSettings settings, Clip clip, Consumer<String> progress) {
        this.settings = settings;
        this.clip = clip;
        this.progress = progress;
    }

    /**
     * Measures everything.
     *
     * @param progress told of each step, for people
     * @throws IOException if something fails, or the job does not find what the bare loop does
     */
    static PipelineReport run(
            Path video,
            PipelineSettings settings,
            List<Peer> wanted,
            String command,
            Consumer<String> progress)
            throws Exception {
        Clip clip = Clip.of(video, settings.model().rasterSpec());
        PipelineBench bench = new PipelineBench(settings, clip, progress);
        Peers peers = Peers.of(wanted, new PeerScript(settings, clip), progress);
        try (JobStand stand = JobStand.start()) {
            progress.accept("round 0, thrown away");
            bench.round(stand);
            bench.forget();
            for (int round = 1; round <= settings.rounds(); round++) {
                progress.accept("round %d of %d".formatted(round, settings.rounds()));
                bench.round(stand);
                peers.round();
            }
        }
        return bench.report(command, peers);
    }

    private void round(JobStand stand) throws Exception {
        raw.add(measure("raw", () -> RawWorker.open(settings.model(), settings.detector(), clip)));
        bareLoop.add(
                measure(
                        "bare loop",
                        () ->
                                BareWorker.open(
                                        settings.model(), settings.detector(), clip, answers)));
        JobSample sample = JobRun.measure(stand, settings, clip, answers);
        progress.accept("whole job %.1f/s".formatted(sample.sample().fps()));
        job.add(sample);
    }

    private Sample measure(String name, Worker.Maker maker)
            throws IOException, InterruptedException {
        Sample sample =
                Crew.measure(
                        name, settings.sessions(), maker, settings.warmUp(), settings.measured());
        progress.accept("%s %.1f/s".formatted(name, sample.fps()));
        return sample;
    }

    private void forget() {
        raw.clear();
        bareLoop.clear();
        job.clear();
    }

    private PipelineReport report(String command, Peers peers) {
        if (answers.objects() == 0) {
            progress.accept(
                    "the model sees nothing in this video: equal results mean little, give another");
        }
        Figures rawFigures = Figures.of(raw);
        Figures bareFigures = Figures.of(bareLoop);
        PipelineReport.JobFigures jobFigures = PipelineReport.JobFigures.of(job);
        return new PipelineReport(
                command,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Machine.here(),
                setup(),
                rawFigures,
                bareFigures,
                jobFigures,
                bareFigures.fps() / rawFigures.fps(),
                jobFigures.fps() / bareFigures.fps(),
                jobFigures.fps() / rawFigures.fps(),
                peers.figures(jobFigures.fps()),
                peers.skipped());
    }

    private PipelineReport.Setup setup() {
        return new PipelineReport.Setup(
                settings.model().name() + " " + settings.model().version(),
                String.valueOf(clip.file().getFileName()),
                clip.frames(),
                settings.sessions(),
                settings.detector().intraOpThreads(),
                settings.cameras(),
                settings.measured().toSeconds(),
                settings.rounds());
    }
}
