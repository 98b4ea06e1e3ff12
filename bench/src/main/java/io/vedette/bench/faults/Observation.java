package io.vedette.bench.faults;

import io.vedette.bench.stand.Sighting;
import io.vedette.bench.stand.Window;
import io.vedette.schema.CameraState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * When things were done in a trial, in milliseconds since 1970, and what follows from what was
 * seen.
 *
 * @param quiet from when on both cameras were healthy
 * @param began when the fault began
 * @param back when the camera could be watched again
 * @param end of what is counted
 */
record Observation(
        FaultKind fault, ServerKind server, long quiet, long began, long back, long end) {

    FaultResult result(
            StateWatch watch,
            @Nullable Change reported,
            Optional<Sighting> recovered,
            List<Sighting> faulty,
            List<Sighting> neighbour,
            Map<String, Long> dropped) {
        OptionalLong noticed = watch.noticed(began);
        Long detectedMs = noticed.isPresent() ? noticed.getAsLong() - began : null;
        Long recoveredMs = recovered.map(sighting -> sighting.handedAt() - back).orElse(null);
        Window before = new Window(quiet, began);
        Window since = new Window(began, end);
        long p95 = since.p95Age(neighbour);
        long quietP95 = before.p95Age(neighbour);
        List<Change> changes =
                watch.changes().stream().filter(change -> change.at() >= began).toList();
        Change shown = reported != null ? reported : firstTrouble(changes);
        List<String> missed = Targets.missed(fault, detectedMs, recoveredMs, p95, quietP95);
        return new FaultResult(
                fault.label(),
                server.label(),
                missed.isEmpty(),
                detectedMs,
                recoveredMs,
                watchable().lost(faulty),
                unreadable(since, faulty),
                p95,
                quietP95,
                since.lost(neighbour),
                shown == null ? CameraState.LIVE : shown.state(),
                shown == null ? null : shown.cause(),
                changes.stream().map(Change::text).toList(),
                dropped,
                missed);
    }

    private static @Nullable Change firstTrouble(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.state() != CameraState.LIVE)
                .findFirst()
                .orElse(null);
    }

    /** While the camera could be watched, from the beginning of the fault on. */
    private Window watchable() {
        boolean away = fault.course() == FaultKind.Course.OUTAGE || fault == FaultKind.RESTART;
        return new Window(away ? back : began, end);
    }

    private static long unreadable(Window window, List<Sighting> sightings) {
        return sightings.stream()
                .filter(sighting -> window.contains(sighting.handedAt()))
                .filter(sighting -> !sighting.isWhole())
                .count();
    }
}
