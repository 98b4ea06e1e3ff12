package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.vedette.models.inputs.OtherInput;
import io.vedette.models.inputs.OtherInput.Source;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package says of its picture and of other inputs. */
final class InputYamlTest {

    @TempDir Path folder;

    private TinyPackage tiny;

    @BeforeEach
    void writePackage() {
        tiny = TinyPackage.in(folder);
    }

    @Test
    void takesTheSizeFromTheGraphWhenItIsNotGiven() throws IOException {
        tiny.yaml("name: tiny\nversion: a\noutput: {format: yolox, strides: [16]}\n");

        RasterSpec spec = tiny.load().rasterSpec();

        assertThat(spec.width()).isEqualTo(64);
        assertThat(spec.height()).isEqualTo(64);
    }

    @Test
    void readsHowAPictureIsCroppedAndFiltered() throws IOException {
        tiny.yaml(withInput("resize: center-crop, crop: 0.9, filter: antialias"));

        RasterSpec spec = tiny.load().rasterSpec();

        assertThat(spec.resize()).isEqualTo(Resize.CENTER_CROP);
        assertThat(spec.crop()).isEqualTo(0.9);
        assertThat(spec.filter()).isEqualTo(ResizeFilter.ANTIALIAS);
    }

    @Test
    void cropsForAClassifierAsTorchvisionDoes() throws IOException {
        tiny.yaml(TinyModel.YAML.replace("format: yolox, strides: [16]", "format: softmax"));

        RasterSpec spec = tiny.load().rasterSpec();

        assertThat(spec.resize()).isEqualTo(Resize.CENTER_CROP);
        assertThat(spec.crop()).isEqualTo(0.875);
        assertThat(spec.filter()).isEqualTo(ResizeFilter.ANTIALIAS);
    }

    @Test
    void cropsOnlyWhereThatIsAskedFor() throws IOException {
        tiny.yaml(withInput("resize: letterbox, crop: 0.9"));
        assertThat(tiny.problems())
                .containsExactly(
                        "'input.crop' means nothing unless 'input.resize' is center-crop.");

        tiny.yaml(withInput("resize: center-crop, crop: 87.5"));
        assertThat(tiny.problems())
                .containsExactly(
                        "'input.crop' must be a number above 0 and at most 1 but was 87.5.");
    }

    @Test
    void readsInputsThatTakeNoPicture() throws IOException {
        tiny.yaml(
                TinyModel.YAML.replace(
                        "height: 64",
                        "height: 64, others: {size: source-width-height, limit: [1, true]}"));

        assertThat(tiny.load().input().others())
                .containsOnly(
                        entry("size", OtherInput.of(Source.SOURCE_WIDTH_HEIGHT)),
                        entry("limit", OtherInput.constant(List.of(1.0, 1.0))));
    }

    @Test
    void explainsInputsThatAreGivenNonsense() throws IOException {
        tiny.yaml(
                TinyModel.YAML.replace("height: 64", "height: 64, others: {size: big, limit: {}}"));

        assertThat(tiny.problems())
                .containsExactlyInAnyOrder(
                        "'input.others.size' must be one of source-width-height,"
                                + " source-height-width, input-width-height, input-height-width,"
                                + " scale-height-width, confidence, iou, max-detections but was"
                                + " 'big'.",
                        "'input.others.limit' must be a number or a list of numbers but was a"
                                + " mapping.");
    }

    private static String withInput(String more) {
        return TinyModel.YAML.replace("height: 64", "height: 64, " + more);
    }
}
