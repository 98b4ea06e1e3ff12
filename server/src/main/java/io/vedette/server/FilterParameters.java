package io.vedette.server;

import io.vedette.store.DetectionFilter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The parameters that say which detections are asked for. */
final class FilterParameters {

    private FilterParameters() {}

    /**
     * Reads them; what is wrong shows when the query is checked.
     *
     * @param span how much is asked for where {@code from} is missing, and until now where {@code
     *     to} is; null asks for all times
     */
    static DetectionFilter read(QueryParameters query, @Nullable Duration span) {
        String camera = query.text("camera");
        String label = query.text("label");
        Float minConfidence = query.share("minConfidence");
        Instant from = query.instant("from");
        Instant to = query.instant("to");
        String model = query.text("model");
        if (span != null) {
            to = to == null ? Instant.now() : to;
            from = from == null ? to.minus(span) : from;
        }
        if (from != null && to != null && !from.isBefore(to)) {
            query.reject("from", from.toString(), "must be before 'to', which is " + to);
            return DetectionFilter.ALL;
        }
        return new DetectionFilter(camera, label, minConfidence, from, to, model);
    }
}
