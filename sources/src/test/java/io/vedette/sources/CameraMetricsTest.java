package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.CameraCause;
import io.vedette.schema.CameraState;
import io.vedette.schema.CameraStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.metrics.groups.GenericMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.junit.jupiter.api.Test;

class CameraMetricsTest {

    private static final Path METRICS = Path.of("../docs/metrics.md");
    private static final Path CAMERAS = Path.of("../docs/cameras.md");

    private final Map<String, Metric> reported = new ConcurrentHashMap<>();
    private final MetricRegistry registry =
            TestingMetricRegistry.builder()
                    .setRegisterConsumer(
                            (metric, name, group) ->
                                    reported.put(group.getMetricIdentifier(name), metric))
                    .setUnregisterConsumer(
                            (metric, name, group) ->
                                    reported.remove(group.getMetricIdentifier(name)))
                    .build();
    private final MetricGroup operator = new GenericMetricGroup(registry, null, "op");

    @Test
    void aCameraThatIsRemovedLeavesTheReportsAndMayComeBack() {
        CameraMetrics first = new CameraMetrics(operator, "gate", () -> 0);
        first.frameDecoded();
        int before = reported.size();

        first.close();
        assertThat(reported).isEmpty();

        new CameraMetrics(operator, "gate", () -> 0);
        assertThat(reported).hasSize(before);
        assertThat(gauge("lastFrameAgeMillis")).isEqualTo(-1L);
    }

    @Test
    void showsStateAndCauseAsNumbers() {
        CameraMetrics metrics = new CameraMetrics(operator, "gate", () -> 2);
        metrics.changed(CameraStatus.of("gate", CameraState.LIVE, Instant.EPOCH));
        assertThat(gauge("connected")).isEqualTo(1);
        assertThat(gauge("causeCode")).isEqualTo(0);

        metrics.changed(
                new CameraStatus(
                        "gate",
                        CameraState.STALLED,
                        CameraCause.NO_PACKETS,
                        "no packet",
                        Instant.EPOCH,
                        0,
                        null,
                        null));

        assertThat(gauge("connected")).isEqualTo(0);
        assertThat(gauge("state")).isEqualTo(2);
        assertThat(gauge("causeCode")).isEqualTo(11);
        assertThat(gauge("hungThreads")).isEqualTo(2);
    }

    @Test
    void theDocumentNamesEveryMetric() throws IOException {
        new CameraMetrics(operator, "gate", () -> 0);
        String document = Files.readString(METRICS);

        assertThat(reported.keySet())
                .allSatisfy(
                        name ->
                                assertThat(document)
                                        .contains(
                                                "`%s`"
                                                        .formatted(
                                                                name.replace(
                                                                                "op.rtsp.camera.gate.",
                                                                                "")
                                                                        .replaceAll(
                                                                                "cause\\.[a-z]+\\.",
                                                                                "cause.<cause>."))));
        assertThat(CameraMetrics.Loss.values())
                .allSatisfy(loss -> assertThat(document).contains("`%s`".formatted(word(loss))));
    }

    @Test
    void theDocumentNamesEveryStateAndCauseWithItsNumber() throws IOException {
        String document = Files.readString(CAMERAS);

        assertThat(document)
                .contains(
                        Arrays.stream(CameraState.values())
                                .map(s -> "| `%s` | %d |".formatted(word(s), s.code()))
                                .toList());
        assertThat(document)
                .contains(
                        Arrays.stream(CameraCause.values())
                                .map(
                                        c ->
                                                "| `%s` | %d | `%s` |"
                                                        .formatted(
                                                                word(c), c.code(), word(c.state())))
                                .toList());
    }

    private Object gauge(String name) {
        return ((Gauge<?>) reported.get("op.rtsp.camera.gate." + name)).getValue();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
