package io.vedette.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vedette.models.ModelPackage;
import io.vedette.models.onnx.DeviceChoice;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.RasterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package that was opened and tried in this process.
 *
 * @param name the model's name
 * @param version tells packages of one name apart
 * @param sha256 of the ONNX file, 64 lower-case hex digits
 * @param task what kind of answer it gives
 * @param format how its outputs are read
 * @param labels class names by class index
 * @param licence as its author named it; left out where nothing is said
 * @param input the picture that it wants to see
 * @param thresholds which candidates become detections
 * @param device what it runs on in this process
 * @param notChosen the other devices, each with the reason
 */
@JsonPropertyOrder({
    "name",
    "version",
    "sha256",
    "task",
    "format",
    "labels",
    "licence",
    "input",
    "thresholds",
    "device",
    "notChosen"
})
record UsableModel(
        String name,
        String version,
        String sha256,
        String task,
        String format,
        List<String> labels,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String licence,
        Input input,
        Thresholds thresholds,
        String device,
        Map<String, String> notChosen)
        implements ModelEntry {

    /** The picture in pixels, in the words of {@code model.yaml}. */
    @JsonPropertyOrder({"width", "height", "resize", "color"})
    record Input(int width, int height, String resize, String color) {

        static Input of(RasterSpec raster) {
            return new Input(
                    raster.width(), raster.height(), word(raster.resize()), word(raster.color()));
        }
    }

    static UsableModel of(ModelPackage model, DeviceChoice device) {
        return new UsableModel(
                model.name(),
                model.version(),
                model.sha256(),
                word(model.task()),
                model.output().format().key(),
                model.labels(),
                model.licence(),
                Input.of(model.rasterSpec()),
                model.thresholds(),
                device.chosen().key(),
                reasons(device));
    }

    private static Map<String, String> reasons(DeviceChoice device) {
        Map<String, String> reasons = new LinkedHashMap<>();
        device.passedOver().forEach(other -> reasons.put(other.device().key(), other.reason()));
        return reasons;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
