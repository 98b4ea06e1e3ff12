package io.vedette.store;

import static io.vedette.store.Results.NANO;
import static io.vedette.store.Results.NOON;
import static io.vedette.store.Results.result;
import static io.vedette.store.Results.seen;
import static io.vedette.store.Results.tracked;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Json;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionQueriesITCase {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ModelRef OTHER = new ModelRef("nanodet", "3", "abcdef01", Route.LIVE);
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    private static Store store;
    private static DetectionQueries detections;

    @BeforeAll
    static void write() {
        store = DATABASE.migrated();
        detections = store.detections();
        store.resultWriter()
                .write(
                        List.of(
                                result("a", NOON, 1, NANO, seen("person", 0.9f), seen("dog", 0.3f)),
                                result("b", NOON, 1, NANO, seen("person", 0.8f), seen("cat", 0.2f)),
                                result("c", NOON, 1, OTHER, seen("dog", 0.6f)),
                                result("a", NOON.plusNanos(1000), 2, NANO, tracked("person", 17)),
                                result("a", TOMORROW, 3, NANO, seen("dog", 0.7f)),
                                result("b", TOMORROW, 2, NANO)));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void newestComeFirst() {
        assertThat(find(DetectionFilter.ALL))
                .containsExactly(
                        "a 3 dog",
                        "a 2 person",
                        "c 1 dog",
                        "b 1 cat",
                        "b 1 person",
                        "a 1 dog",
                        "a 1 person");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 7, 8})
    void pagesMeetEveryDetectionOnceThoughTimesAreEqual(int limit) {
        List<String> walked = new ArrayList<>();
        Cursor cursor = null;
        do {
            DetectionPage page = detections.find(DetectionFilter.ALL, cursor, limit);
            assertThat(page.items()).hasSizeBetween(1, limit);
            page.items().forEach(item -> walked.add(shown(item)));
            cursor = page.next() == null ? null : Cursor.decoded(page.next().encoded());
        } while (cursor != null);

        assertThat(walked).isEqualTo(find(DetectionFilter.ALL));
    }

    @Test
    void pagesOfACameraMeetEveryDetectionOnce() {
        DetectionFilter filter = filter("a", null, null, null, null, null);

        DetectionPage first = detections.find(filter, null, 3);
        DetectionPage second = detections.find(filter, first.next(), 3);

        assertThat(first.items())
                .map(DetectionQueriesITCase::shown)
                .containsExactly("a 3 dog", "a 2 person", "a 1 dog");
        assertThat(second.items()).map(DetectionQueriesITCase::shown).containsExactly("a 1 person");
        assertThat(second.next()).isNull();
    }

    @Test
    void filtersByCamera() {
        assertThat(find(filter("b", null, null, null, null, null)))
                .containsExactly("b 1 cat", "b 1 person");
    }

    @Test
    void filtersByLabel() {
        assertThat(find(filter(null, "dog", null, null, null, null)))
                .containsExactly("a 3 dog", "c 1 dog", "a 1 dog");
    }

    @Test
    void filtersByCameraAndLabel() {
        assertThat(find(filter("a", "person", null, null, null, null)))
                .containsExactly("a 2 person", "a 1 person");
    }

    @Test
    void theLeastConfidenceIsIncluded() {
        assertThat(find(filter(null, null, 0.8f, null, null, null)))
                .containsExactly("a 2 person", "b 1 person", "a 1 person");
    }

    @Test
    void fromIsIncludedAndToIsNot() {
        Instant second = NOON.plusNanos(1000);

        assertThat(find(filter(null, null, null, second, null, null)))
                .containsExactly("a 3 dog", "a 2 person");
        assertThat(find(filter(null, null, null, second, TOMORROW, null)))
                .containsExactly("a 2 person");
        assertThat(find(filter("c", null, null, null, second, null))).containsExactly("c 1 dog");
    }

    @Test
    void filtersByModel() {
        assertThat(find(filter(null, null, null, null, null, "nanodet")))
                .containsExactly("c 1 dog");
    }

    @Test
    void filtersTogetherAndFindsNothing() {
        DetectionFilter filter = filter("a", "dog", 0.9f, NOON, TOMORROW, "yolox-nano");

        assertThat(detections.find(filter, null, 5)).isEqualTo(new DetectionPage(List.of(), null));
    }

    @Test
    void anItemReadsAsInTheContract() {
        DetectionFilter filter = filter("a", "person", 0.905f, null, null, null);

        StoredDetection item = detections.find(filter, null, 1).items().get(0);

        assertThat(new String(Json.write(item), UTF_8))
                .isEqualTo(
                        """
                        {"camera":"a","sequence":2,"capturedAt":"2026-11-23T12:00:00.123457Z",\
                        "label":"person","classId":3,"confidence":0.91,\
                        "box":{"x":412.25,"y":101.5,"width":54.0,"height":140.0},"track":17,\
                        "model":{"name":"yolox-nano","version":"1","sha256":"695e750a","route":"live"}}""");
    }

    @Test
    void refusesAFilterThatCannotMatch() {
        assertThatThrownBy(() -> filter(null, null, null, NOON, NOON, null))
                .hasMessageStartingWith("Filter from must be before to");
        assertThatThrownBy(() -> filter(null, null, 1.5f, null, null, null))
                .hasMessage("Filter minConfidence must be in [0, 1] but was 1.5.");
        assertThatThrownBy(() -> detections.find(DetectionFilter.ALL, null, 0))
                .hasMessage("Limit must be positive but was 0.");
    }

    private static List<String> find(DetectionFilter filter) {
        return detections.find(filter, null, 100).items().stream()
                .map(DetectionQueriesITCase::shown)
                .toList();
    }

    private static String shown(StoredDetection item) {
        return "%s %d %s".formatted(item.camera(), item.sequence(), item.detection().label());
    }

    private static DetectionFilter filter(
            @Nullable String camera,
            @Nullable String label,
            @Nullable Float minConfidence,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String model) {
        return new DetectionFilter(camera, label, minConfidence, from, to, model);
    }
}
