package io.vedette.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vedette.schema.Camera;
import io.vedette.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many cameras there are, {@code cameras}, and how many in each state, {@code cameras.state}.
 * While the store does not answer, nobody can tell whether a camera is seen, and all are unknown.
 */
final class CameraGauges {

    private final CompactedTopic<Camera> list;
    private final CameraViews views;
    private final MultiGauge states;

    CameraGauges(CompactedTopic<Camera> list, CameraViews views, MeterRegistry registry) {
        this.list = list;
        this.views = views;
        this.states = MultiGauge.builder("cameras.state").register(registry);
        registry.gauge("cameras", list, known -> known.values().size());
    }

    /** Counts anew; to be called before the gauges are read. */
    void update() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        StatusView.STATES.forEach(state -> counts.put(state, 0));
        count(counts);
        states.register(
                counts.entrySet().stream()
                        .map(
                                one ->
                                        MultiGauge.Row.of(
                                                Tags.of("state", one.getKey()), one.getValue()))
                        .toList(),
                true);
    }

    private void count(Map<String, Integer> counts) {
        try {
            views.all().forEach(view -> counts.merge(view.status().state(), 1, Integer::sum));
        } catch (NotReadyException e) {
            return;
        } catch (StoreException e) {
            counts.put(StatusView.UNKNOWN, list.values().size());
        }
    }
}
