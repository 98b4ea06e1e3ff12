package io.vedette.store;

import static io.vedette.store.Results.result;
import static io.vedette.store.Results.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.store.DetectionCount.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DetectionCountITCase {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Store store;

    @BeforeAll
    static void open() {
        store = TestDatabase.create().migrated();
        store.resultWriter()
                .write(
                        List.of(
                                result("gate-1", NOON, seen("person"), seen("person")),
                                result("gate-1", NOON.plusSeconds(59), seen("dog")),
                                result("gate-1", NOON.plusSeconds(60), seen("dog", 0.9f)),
                                result("gate-2", NOON.plusSeconds(61), seen("person")),
                                result("gate-2", NOON.plusSeconds(62))));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void countsPerSpanTheNewestFirst() {
        assertThat(count(DetectionFilter.ALL, MINUTE, Set.of()))
                .containsExactly(
                        new DetectionCount(NOON.plusSeconds(60), null, null, null, 2),
                        new DetectionCount(NOON, null, null, null, 3));
    }

    @Test
    void countsGroupsApart() {
        assertThat(
                        count(
                                DetectionFilter.ALL,
                                Duration.ofHours(1),
                                Set.of(Group.CAMERA, Group.LABEL)))
                .containsExactly(
                        new DetectionCount(NOON, "gate-1", "dog", null, 2),
                        new DetectionCount(NOON, "gate-1", "person", null, 2),
                        new DetectionCount(NOON, "gate-2", "person", null, 1));
        assertThat(count(DetectionFilter.ALL, Duration.ofHours(1), Set.of(Group.MODEL)))
                .containsExactly(new DetectionCount(NOON, null, null, "yolox-nano", 5));
    }

    @Test
    void countsOnlyWhatTheFilterLetsThrough() {
        DetectionFilter dogs =
                new DetectionFilter(
                        "gate-1", "dog", 0.8f, NOON, NOON.plusSeconds(61), "yolox-nano");

        assertThat(count(dogs, MINUTE, Set.of()))
                .containsExactly(new DetectionCount(NOON.plusSeconds(60), null, null, null, 1));
    }

    @Test
    void givesNoMoreThanTheLimit() {
        assertThat(store.detections().count(DetectionFilter.ALL, MINUTE, Set.of(), 1)).hasSize(1);
    }

    @Test
    void aSpanOfLessThanASecondIsRefused() {
        assertThatThrownBy(() -> count(DetectionFilter.ALL, Duration.ofMillis(999), Set.of()))
                .hasMessage("Bucket must be at least a second but was PT0.999S.");
    }

    private static List<DetectionCount> count(
            DetectionFilter filter, Duration bucket, Set<Group> groups) {
        return store.detections().count(filter, bucket, groups, 100);
    }
}
