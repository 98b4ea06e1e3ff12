package io.vedette.bench.pipeline;

import io.vedette.bench.pipeline.PipelineReport.PeerFigures;
import io.vedette.bench.pipeline.PipelineReport.Setup;
import io.vedette.bench.pipeline.PipelineReport.Skipped;
import java.util.ArrayList;
import java.util.List;

/** A report as a table, for people. */
final class PipelineText {

    private static final String ROW = "%-34s %8s  %-17s %9s %9s %8s";

    private PipelineText() {}

    static String of(PipelineReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(head(report));
        lines.add(ROW.formatted("", "frames/s", "least to most", "cpu ms", "gc ms", "of bare"));
        double bare = report.bareLoop().fps();
        lines.add(row("ONNX Runtime alone", report.raw(), bare));
        lines.add(row("bare loop", report.bareLoop(), bare));
        lines.add(row("whole job", report.job().figures(), bare));
        for (PeerFigures peer : report.peers()) {
            lines.add(row(peer, bare));
        }
        lines.add("");
        lines.add(
                "whole job: %.3f of the bare loop, %.3f of ONNX Runtime alone; the broker takes another %.2f ms of processor time a frame"
                        .formatted(
                                report.jobToBareLoop(),
                                report.jobToRaw(),
                                report.job().brokerCpuMsPerFrame()));
        lines.add(
                "%d results checked, %d of them against the bare loop: all equal"
                        .formatted(report.job().results(), report.job().compared()));
        for (PeerFigures peer : report.peers()) {
            lines.add("whole job: %.2f times %s".formatted(peer.ratio(), peer.name()));
        }
        for (Skipped skipped : report.skipped()) {
            lines.add("%s was skipped: %s".formatted(skipped.name(), skipped.reason()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String head(PipelineReport report) {
        Setup setup = report.setup();
        return "%s on %s, %d x %d threads, %d cameras, %d rounds of %d s, %d cores of %s"
                .formatted(
                        setup.model(),
                        setup.video(),
                        setup.sessions(),
                        setup.threads(),
                        setup.cameras(),
                        setup.rounds(),
                        setup.seconds(),
                        report.machine().cores(),
                        report.machine().cpu());
    }

    private static String row(String name, Figures figures, double bare) {
        return ROW.formatted(
                        name,
                        "%.1f".formatted(figures.fps()),
                        span(figures.least(), figures.most()),
                        "%.2f".formatted(figures.cpuMsPerFrame()),
                        "%.3f".formatted(figures.gcMsPerFrame()),
                        "%.3f".formatted(figures.fps() / bare))
                .stripTrailing();
    }

    private static String row(PeerFigures peer, double bare) {
        return ROW.formatted(
                        peer.name() + " " + peer.version(),
                        "%.1f".formatted(peer.fps()),
                        span(peer.least(), peer.most()),
                        "",
                        "",
                        "%.3f".formatted(peer.fps() / bare))
                .stripTrailing();
    }

    private static String span(double least, double most) {
        return "%.1f to %.1f".formatted(least, most);
    }
}
