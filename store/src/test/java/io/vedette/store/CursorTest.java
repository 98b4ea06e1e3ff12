package io.vedette.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void survivesTheWayThroughAClient() {
        Cursor cursor = new Cursor(Instant.parse("2026-11-23T12:00:00.123456Z"), "gate-1", 12);

        assertThat(Cursor.decoded(cursor.encoded())).isEqualTo(cursor);
        assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2/5/gate-1/0",
                "1/5/gate-1",
                "1/-5/gate-1/0",
                "1/05/gate-1/0",
                "1/5/Gate/0",
                "1/5/gate-1/99999999999",
                "1/5/gate-1/0 ",
                "1/99999999999999999999/gate-1/0"
            })
    void refusesWhatIsNoPlace(String place) {
        String forged =
                Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));

        assertThatThrownBy(() -> Cursor.decoded(forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cursor must be the 'next' of an earlier page, unchanged.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "a", "é", "MS81L2dhdGUtMS8w=", "MS81L2dhdGUtMS8x="})
    void refusesWhatIsNotItsOwnEncoding(String text) {
        assertThatThrownBy(() -> Cursor.decoded(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
