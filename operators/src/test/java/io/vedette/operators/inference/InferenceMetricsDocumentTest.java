package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.operators.inference.InferenceMetrics.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.metrics.groups.GenericMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.junit.jupiter.api.Test;

/** Holds the section on inference of docs/metrics.md against the code. */
class InferenceMetricsDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    @Test
    void theDocumentNamesTheMetricsThereAreAndNoOthers() throws Exception {
        assertThat(ROW.matcher(section()).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(registered());
    }

    @Test
    void theDocumentNamesEveryCauseOfAFailure() throws IOException {
        String section = section();

        for (Cause cause : Cause.values()) {
            assertThat(section).contains("`" + cause.key() + "`");
        }
    }

    private static String section() throws IOException {
        String document = Files.readString(Path.of("../docs/metrics.md"));
        int begin = document.indexOf("## Inference");
        return document.substring(begin, document.indexOf("\n## ", begin));
    }

    private static Set<String> registered() throws Exception {
        Set<String> names = ConcurrentHashMap.newKeySet();
        MetricRegistry registry =
                TestingMetricRegistry.builder()
                        .setRegisterConsumer((metric, name, group) -> names.add(shown(group, name)))
                        .build();
        FakeEngines engines = FakeEngines.open();
        var pool = EnginePool.open(engines, List.of(), InferenceSettings.defaults(), () -> {});
        new InferenceMetrics(new GenericMetricGroup(registry, null, "op"), () -> 0, pool);
        pool.close();
        return names;
    }

    private static String shown(MetricGroup group, String name) {
        return group.getMetricIdentifier(name)
                .replace("op.inference.", "")
                .replaceAll("cause\\.[a-z]+\\.", "cause.<cause>.")
                .replaceAll("device\\.[a-z]+\\.", "device.<device>.");
    }
}
