package io.vedette.models.recognition;

import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import java.util.List;
import java.util.Optional;

/**
 * Finished detections, an output for each of their parts: TensorFlow's and TFLite's SSD, TensorRT's
 * suppression, torchvision, MMDetection, and RT-DETR and D-FINE with their post-processing.
 */
final class FinishedTensorsRecognizer implements FormatRecognizer {

    private static final int PARTS = 4;

    @Override
    public List<Guess> recognize(Observation seen) {
        return FinishedParts.of(seen).map(parts -> guesses(seen, parts)).orElse(List.of());
    }

    private static List<Guess> guesses(Observation seen, FinishedParts parts) {
        FinishedExporter exporter = FinishedExporter.of(seen, parts);
        Guess guess =
                Guess.of(
                        exporter.format(),
                        parts.rows() > 0 ? SURE : LIKELY,
                        "finished boxes beside %s, as %s has them"
                                .formatted(parts.others(), exporter.of()),
                        0,
                        exporter.preparations());
        if (exporter != FinishedExporter.QUERIES) {
            guess = boxes(guess, parts, exporter);
        }
        if (!exporter.namesTheParts() || seen.outputs().size() > PARTS) {
            guess = guess.with("tensors", parts.tensors(), SURE, "told by their numbers");
        }
        return ClassNumbering.of(seen, guess, parts.classNumbers(), exporter.numberings());
    }

    private static Guess boxes(Guess guess, FinishedParts parts, FinishedExporter exporter) {
        Optional<BoxReading> read = BoxReading.of(parts.boxes(), 0);
        String form = exporter.startsWithTop() ? "yxyx" : read.map(BoxReading::form).orElse("xyxy");
        String units = read.map(BoxReading::units).orElse("pixels");
        return guess.with("boxes", form, LIKELY, "the custom of " + exporter.of())
                .with(
                        "units",
                        units,
                        LIKELY,
                        units.equals("fraction") ? "no number is above 2" : "numbers are large");
    }
}
