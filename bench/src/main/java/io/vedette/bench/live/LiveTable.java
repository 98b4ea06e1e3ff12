package io.vedette.bench.live;

import static java.util.Locale.ROOT;

import io.vedette.bench.live.LiveReport.Shares;
import io.vedette.bench.live.LiveReport.Step;
import io.vedette.bench.live.LiveReport.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report for people. */
final class LiveTable {

    private LiveTable() {}

    static List<String> lines(LiveReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%d cores, %s, %s"
                        .formatted(
                                report.machine().cores(), report.machine().cpu(), report.date()));
        lines.add("");
        lines.add(
                form(
                        "raw        %.1f/s, %d sessions x %d threads",
                        report.raw().fps(), report.raw().sessions(), report.raw().threads()));
        lines.add("at 80 %    " + load(report.at80()));
        lines.addAll(details(report.at80()));
        lines.add("capacity   %s".formatted(steps(report.capacity().steps())));
        lines.add("overload   " + load(report.overload()));
        lines.addAll(details(report.overload()));
        lines.add(form("shares     %.1f/s", report.shares().fps()));
        lines.addAll(shares(report.shares()));
        lines.add("");
        report.targets().forEach(target -> lines.add(line(target)));
        return lines;
    }

    private static String load(Measured measured) {
        return form(
                "%.1f/s of %.1f/s sent by %d cameras in %.0f s: %d of %d frames",
                measured.fps(),
                measured.offered(),
                measured.cameras(),
                measured.seconds(),
                measured.results(),
                measured.sent());
    }

    private static List<String> details(Measured measured) {
        List<String> lines = new ArrayList<>();
        lines.add("           capture to emission   " + ages(measured.ageMs()));
        lines.add("           arrival to emission   " + ages(measured.latencyMs()));
        lines.add("           capture to Kafka      " + ages(measured.deliveredMs()));
        lines.add(
                "           dropped %s, missing by number %d, Jain %s, checkpoints %d"
                        .formatted(
                                measured.dropped().isEmpty() ? "nothing" : measured.dropped(),
                                measured.missing(),
                                measured.jain(),
                                measured.checkpoints().completed()));
        lines.add(
                "           %s; heap %d MB, collections %d ms"
                        .formatted(
                                usages(measured.processes()),
                                measured.memory().heapMb(),
                                measured.memory().collectionMs()));
        return lines;
    }

    private static String ages(Ages ages) {
        return form(
                "p50 %.1f  p95 %.1f  p99 %.1f  max %.1f ms",
                ages.p50(), ages.p95(), ages.p99(), ages.max());
    }

    private static String usages(Map<String, Usage> processes) {
        return processes.entrySet().stream()
                .map(process -> process.getKey() + " " + process.getValue().text())
                .collect(Collectors.joining(", "));
    }

    private static String steps(List<Step> steps) {
        return steps.stream()
                .map(step -> form("%.1f/s of %.1f/s", step.fps(), step.offered()))
                .collect(Collectors.joining(", "));
    }

    /** Cameras with the same share together. */
    private static List<String> shares(Shares shares) {
        Map<String, List<CameraShare>> equals =
                shares.cameras().stream()
                        .collect(
                                Collectors.groupingBy(
                                        share ->
                                                "priority %d weight %.0f"
                                                        .formatted(
                                                                share.priority(), share.weight()),
                                        TreeMap::new,
                                        Collectors.toList()));
        return equals.entrySet().stream().map(LiveTable::line).toList();
    }

    private static String line(Map.Entry<String, List<CameraShare>> equals) {
        List<CameraShare> cameras = equals.getValue();
        return form(
                "           %s: %d cameras, promised %.2f/s, got %.2f to %.2f/s",
                equals.getKey(),
                cameras.size(),
                cameras.get(0).promised(),
                cameras.stream().mapToDouble(CameraShare::measured).min().orElseThrow(),
                cameras.stream().mapToDouble(CameraShare::measured).max().orElseThrow());
    }

    private static String line(Target target) {
        return form(
                "%-34s %-18s %-24s %s",
                target.name(), target.target(), target.measured(), target.met() ? "met" : "MISSED");
    }

    private static String form(String form, Object... values) {
        return String.format(ROOT, form, values);
    }
}
