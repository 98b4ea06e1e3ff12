package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T06:45:24.123456Z",
                "2026-11-23T07:45:24.123456+01:00",
                "2026-11-23T07:45:24.123456 01:00",
                "2026-11-23T01:15:24.123456-05:30"
            })
    void anInstantMayHaveAnyOffset(String text) {
        QueryParameters query = new QueryParameters(Map.of("from", List.of(text)));

        assertThat(query.instant("from")).isEqualTo("2026-11-23T06:45:24.123456Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-11-23", "2026-11-23T06:45:24", "+12026-11-23T06:45:24Z"})
    void anInstantWithoutOffsetOrFarAwayIsRefused(String text) {
        QueryParameters query = new QueryParameters(Map.of("from", List.of(text)));

        Instant from = query.instant("from");

        assertThat(from).isNull();
        assertThatThrownBy(query::check)
                .isInstanceOfSatisfying(
                        BadParametersException.class,
                        e ->
                                assertThat(e.errors())
                                        .containsExactly(
                                                new ParameterError(
                                                        "from",
                                                        text,
                                                        "must be an ISO-8601 time with offset, as 2026-11-23T06:45:24.123456Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-0.1", "1.1", "half", "Infinity"})
    void aShareOutsideItsRangeIsRefused(String text) {
        QueryParameters query = new QueryParameters(Map.of("share", List.of(text)));

        query.share("share");

        assertThatThrownBy(query::check).isInstanceOf(BadParametersException.class);
    }

    @Test
    void aParameterWithoutAValueCountsAsNotGiven() {
        QueryParameters query = new QueryParameters(Map.of("camera", List.of("")));

        assertThat(query.text("camera")).isNull();
        assertThat(query.whole("limit", 1, 10, 5)).isEqualTo(5);
        query.check();
    }

    @Test
    void aValueThatIsNotPercentEncodedIsRefused() {
        // this is how such a value arrives
        QueryParameters query = new QueryParameters(Map.of("model", List.of()));

        query.text("model");

        assertThatThrownBy(query::check)
                .isInstanceOfSatisfying(
                        BadParametersException.class,
                        e ->
                                assertThat(e.errors())
                                        .containsExactly(
                                                new ParameterError(
                                                        "model",
                                                        "",
                                                        "must be percent-encoded UTF-8")));
    }

    @Test
    void longValuesAreCut() {
        QueryParameters query = new QueryParameters(Map.of("limit", List.of("9".repeat(500))));

        query.whole("limit", 1, 10, 5);

        assertThatThrownBy(query::check)
                .isInstanceOfSatisfying(
                        BadParametersException.class,
                        e -> assertThat(e.errors().get(0).value()).hasSize(81).endsWith("…"));
    }
}
