package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "camra, camera",
        "Camera, camera",
        "minconfidence, minConfidence",
        "labels, label",
        "cursr, cursor"
    })
    void findsTheNameThatWasMeant(String given, String meant) {
        List<String> known =
                List.of("camera", "label", "minConfidence", "from", "to", "limit", "cursor");

        assertThat(Nearest.of(given, known)).isEqualTo(meant);
    }
}
