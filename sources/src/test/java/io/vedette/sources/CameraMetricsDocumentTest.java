package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.metrics.groups.GenericMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.junit.jupiter.api.Test;

/** Holds the section on cameras of docs/metrics.md against the code. */
class CameraMetricsDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    @Test
    void theDocumentNamesTheMetricsThereAreAndNoOthers() throws IOException {
        assertThat(ROW.matcher(section()).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(registered());
    }

    private static String section() throws IOException {
        String document = Files.readString(Path.of("../docs/metrics.md"));
        int begin = document.indexOf("## Cameras");
        return document.substring(begin, document.indexOf("\n## ", begin));
    }

    private static Set<String> registered() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        MetricRegistry registry =
                TestingMetricRegistry.builder()
                        .setRegisterConsumer((metric, name, group) -> names.add(shown(group, name)))
                        .build();
        new CameraMetrics(new GenericMetricGroup(registry, null, "op"), "gate", () -> 0);
        return names;
    }

    private static String shown(MetricGroup group, String name) {
        return group.getMetricIdentifier(name)
                .replace("op.rtsp.camera.gate.", "")
                .replaceAll("cause\\.[a-z]+\\.", "cause.<cause>.");
    }
}
