package io.vedette.bench.cameras;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one part of the bench found.
 *
 * @param measure its name
 * @param ok whether what must hold holds
 * @param values by name, in order
 */
@JsonPropertyOrder({"measure", "ok"})
public record Measure(String measure, boolean ok, Map<String, Object> values) {

    /** For people. */
    String text() {
        return "%-10s %-6s %s"
                .formatted(
                        measure,
                        ok ? "ok" : "MISSED",
                        values.entrySet().stream()
                                .map(value -> value.getKey() + " " + value.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
