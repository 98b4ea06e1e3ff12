package io.vedette.bench.faults;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Results for people, a line each. */
public final class FaultTable {

    private static final String FORM = "%-20s %-10s %9s %10s %6s %14s  %s";

    private FaultTable() {}

    public static String head() {
        return String.format(
                Locale.ROOT,
                FORM,
                "fault",
                "server",
                "detected",
                "recovered",
                "lost",
                "neighbour p95",
                "what was reported");
    }

    public static String line(FaultResult result) {
        String reported = result.states().isEmpty() ? "live" : String.join(", ", result.states());
        return String.format(
                Locale.ROOT,
                FORM,
                result.fault(),
                result.server(),
                millis(result.detectedMs()),
                millis(result.recoveredMs()),
                result.lost(),
                result.neighbourQuietP95Ms() + " → " + result.neighbourP95Ms() + " ms",
                result.ok() ? reported : reported + "; MISSED: " + missed(result.missed()));
    }

    private static String millis(@Nullable Long value) {
        return value == null ? "–" : value + " ms";
    }

    private static String missed(List<String> targets) {
        return String.join(", ", targets);
    }
}
