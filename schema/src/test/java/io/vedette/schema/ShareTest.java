package io.vedette.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({
        "101, 1, 'Share: priority must be in [-100, 100] but was 101.'",
        "-101, 1, 'Share: priority must be in [-100, 100] but was -101.'",
        "0, 0, 'Share: weight must be in (0, 1000] but was 0.0.'",
        "0, 1000.1, 'Share: weight must be in (0, 1000] but was 1000.1.'",
        "0, NaN, 'Share: weight must be in (0, 1000] but was NaN.'"
    })
    void namesTheNumberThatBreaksItsRule(int priority, double weight, String message) {
        assertThatThrownBy(() -> new Share(priority, weight)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"-100, 0.001", "100, 1000"})
    void takesWhatIsAtTheBorders(int priority, double weight) {
        assertThat(new Share(priority, weight).weight()).isEqualTo(weight);
    }

    @Test
    void aCameraSaysWhatItGets() {
        assertThat(camera("\"priority\":5,\"weight\":2").share()).isEqualTo(new Share(5, 2));
        assertThat(camera("\"enabled\":true").share()).isEqualTo(Share.EQUAL);
    }

    @Test
    void theShareOfAllOthersIsNotWritten() {
        Camera camera = camera("\"priority\":0,\"weight\":1.0");

        assertThat(camera).isEqualTo(Camera.of("a", "file:/x.mp4"));
        assertThat(new String(Json.write(camera), UTF_8)).doesNotContain("priority", "weight");
    }

    @Test
    void aCameraKeepsItWhenItsCredentialsAreHidden() {
        assertThat(Examples.WEIGHED_CAMERA.redacted().share()).isEqualTo(new Share(10, 2.5));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"weight\":-1', 'Camera ''a'': weight must be in (0, 1000] but was -1.0.'",
        "'\"priority\":200', 'Camera ''a'': priority must be in [-100, 100] but was 200.'",
        "'\"priority\":1.5', 'Not a Camera: the value must be a Integer at ''/priority''.'"
    })
    void aCameraNamesTheNumberThatBreaksItsRule(String field, String message) {
        assertThatThrownBy(() -> camera(field)).hasMessageContaining(message);
    }

    @Test
    void aFrameHasTheShareOfAllOthersUnlessItIsSaid() {
        Frame frame = new Frame("a", 0, Instant.EPOCH, Instant.EPOCH, 1, 1, null, null);

        assertThat(frame.share()).isEqualTo(Share.EQUAL);
        assertThat(Examples.FRAME.withRaster(Examples.FRAME.raster()).share())
                .isEqualTo(Examples.FRAME.share());
    }

    private static Camera camera(String fields) {
        String json = "{\"id\":\"a\",\"uri\":\"file:/x.mp4\",%s}".formatted(fields);
        return Json.read(json.getBytes(UTF_8), Camera.class);
    }
}
