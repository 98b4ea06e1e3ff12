package io.vedette.bench.live;

import static java.util.Locale.ROOT;

import io.vedette.bench.live.LiveReport.Capacity;
import io.vedette.bench.live.LiveReport.Shares;
import io.vedette.bench.live.LiveReport.Target;
import java.time.Duration;
import java.util.List;

/** What the job must do under a live load. */
final class Targets {

    private static final double AGE_MS = 150;
    private static final double THROUGHPUT = 0.95;
    private static final double AGE_GROWTH = 2;
    private static final double FAIRNESS = 0.98;
    private static final double SHARE_ERROR = 0.1;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private Targets() {}

    static List<Target> of(Measured at80, Capacity capacity, Measured overload, Shares shares) {
        return List.of(
                age(at80),
                nothingDropped(at80),
                throughput(capacity, overload),
                ageUnderOverload(at80, overload),
                fairness(overload),
                checkpoints(overload),
                shares(shares));
    }

    private static Target age(Measured at80) {
        double age = at80.ageMs().p95();
        return new Target(
                "p95 frame age at 80 %",
                "<= %.0f ms".formatted(AGE_MS),
                format("%.1f ms", age),
                age <= AGE_MS && at80.results() > 0);
    }

    private static Target nothingDropped(Measured at80) {
        long lost = Math.max(at80.lost(), at80.missing());
        return new Target(
                "frames dropped at 80 %",
                "0",
                at80.dropped().isEmpty()
                        ? Long.toString(lost)
                        : "%d %s".formatted(lost, at80.dropped()),
                lost == 0 && at80.results() > 0);
    }

    private static Target throughput(Capacity capacity, Measured overload) {
        double least = THROUGHPUT * capacity.fps();
        return new Target(
                "throughput at 3 x capacity",
                format(">= %.1f/s", least),
                format("%.1f/s", overload.fps()),
                overload.fps() >= least);
    }

    private static Target ageUnderOverload(Measured at80, Measured overload) {
        double most = AGE_GROWTH * at80.ageMs().p99();
        double age = overload.ageMs().p99();
        return new Target(
                "p99 frame age at 3 x capacity",
                format("<= %.1f ms", most),
                format("%.1f ms", age),
                age <= most && overload.results() > 0);
    }

    private static Target fairness(Measured overload) {
        return new Target(
                "Jain's index at 3 x capacity",
                ">= " + FAIRNESS,
                Double.toString(overload.jain()),
                overload.jain() >= FAIRNESS && overload.results() > 0);
    }

    /** All that fall in the time; the first and the last may be half in it. */
    private static Target checkpoints(Measured overload) {
        long due = (long) (overload.seconds() / CHECKPOINT_INTERVAL.toSeconds()) - 1;
        Measured.Checkpoints done = overload.checkpoints();
        return new Target(
                "checkpoints at 3 x capacity",
                ">= %d, none failed".formatted(Math.max(0, due)),
                "%d, %d failed".formatted(done.completed(), done.failed()),
                done.failed() == 0 && done.completed() >= due);
    }

    private static Target shares(Shares shares) {
        return new Target(
                "worst share against its promise",
                format("<= %.0f %% off", 100 * SHARE_ERROR),
                format("%.1f %% off", 100 * shares.worst()),
                shares.worst() <= SHARE_ERROR);
    }

    private static String format(String form, double value) {
        return String.format(ROOT, form, value);
    }
}
