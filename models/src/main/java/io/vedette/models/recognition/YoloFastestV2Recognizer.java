package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.BGR_FRACTIONS;
import static io.vedette.models.recognition.Sureness.LIKELY;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.Optional;

/** Yolo-FastestV2: three anchors a cell of strides 16 and 32, which share class scores. */
final class YoloFastestV2Recognizer implements FormatRecognizer {

    private static final List<Integer> STRIDES = List.of(16, 32);

    /** Numbers of the three anchors of a cell: boxes, and objectness. */
    private static final int BOXES = 12;

    private static final int OBJECTNESS = 3;

    @Override
    public List<Guess> recognize(Observation seen) {
        return classes(seen)
                .map(
                        classes ->
                                Guess.of(
                                        OutputFormat.YOLO_FASTESTV2,
                                        LIKELY,
                                        "12 box numbers, 3 objectnesses and %d classes a cell"
                                                .formatted(classes),
                                        classes,
                                        BGR_FRACTIONS))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Integer> classes(Observation seen) {
        List<HeadMap> maps = HeadMap.all(seen);
        return switch (seen.outputs().size()) {
            case 1 -> Table.of(seen.outputs().get(0)).flatMap(rows -> ofRows(seen, rows));
            case 2 -> ofMaps(maps);
            case 6 -> ofParts(maps);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> ofRows(Observation seen, Table rows) {
        return count(
                rows.columns() - BOXES - OBJECTNESS,
                Strides.of(seen, rows.rows(), 1).filter(STRIDES::equals).isPresent()
                        && rows.tensor().all().isProbability());
    }

    private static Optional<Integer> ofMaps(List<HeadMap> maps) {
        return maps.isEmpty()
                ? Optional.empty()
                : count(
                        maps.get(0).numbers() - BOXES - OBJECTNESS,
                        maps.stream().map(HeadMap::stride).sorted().toList().equals(STRIDES)
                                && maps.stream()
                                        .allMatch(
                                                map ->
                                                        map.perCell() == 0
                                                                && map.channelsLast()
                                                                && map.tensor()
                                                                        .all()
                                                                        .isProbability()));
    }

    private static Optional<Integer> ofParts(List<HeadMap> maps) {
        boolean fits =
                maps.size() == 6
                        && maps.get(0).numbers() == BOXES
                        && maps.get(1).numbers() == OBJECTNESS
                        && maps.get(3).numbers() == BOXES;
        return fits ? count(maps.get(2).numbers(), true) : Optional.empty();
    }

    private static Optional<Integer> count(int classes, boolean fits) {
        return fits && classes > 0 ? Optional.of(classes) : Optional.empty();
    }
}
