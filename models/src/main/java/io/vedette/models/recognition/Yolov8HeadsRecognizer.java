package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.ULTRALYTICS;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The raw heads of YOLOv8: for each stride distances in 16 bins and class logits. */
final class Yolov8HeadsRecognizer implements FormatRecognizer {

    private static final int DISTANCES = 64;

    /** Logits of classes begin at -5 and less, and most cells show nothing. */
    private static final double MOST_MEAN = -2;

    @Override
    public List<Guess> recognize(Observation seen) {
        List<HeadMap> maps = HeadMap.all(seen);
        List<Integer> strides = maps.stream().map(HeadMap::stride).distinct().sorted().toList();
        if (strides.size() < 2 || maps.stream().anyMatch(map -> map.perCell() > 0)) {
            return List.of();
        }
        return classes(maps, strides.size()).map(c -> guess(c, strides)).stream().toList();
    }

    private static Guess guess(int classes, List<Integer> strides) {
        Guess guess =
                Guess.of(
                        OutputFormat.YOLOV8_HEADS,
                        LIKELY,
                        "4 distances of 16 bins and %d logits for each of %d strides"
                                .formatted(classes, strides.size()),
                        classes,
                        ULTRALYTICS);
        return strides.equals(Strides.USUAL)
                ? guess
                : guess.with("strides", strides, SURE, "the sizes of the heads");
    }

    private static Optional<Integer> classes(List<HeadMap> maps, int levels) {
        int from = maps.size() == levels ? DISTANCES : 0;
        List<HeadMap> scored =
                from > 0 ? maps : maps.stream().filter(map -> map.numbers() != DISTANCES).toList();
        Stream<Integer> counts = scored.stream().map(map -> map.numbers() - from).distinct();
        List<Integer> classes = counts.toList();
        boolean fits =
                scored.size() == levels
                        && (from > 0 || maps.size() == 2 * levels)
                        && classes.size() == 1
                        && classes.get(0) > 0
                        && scored.stream()
                                .allMatch(
                                        map ->
                                                map.channels(from, map.numbers()).mean()
                                                        < MOST_MEAN);
        return fits ? Optional.of(classes.get(0)) : Optional.empty();
    }
}
