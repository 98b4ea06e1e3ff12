package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.YUNET;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.List;
import java.util.stream.Stream;

/** YuNet: class, objectness, box and five landmarks of a face, an output for each stride. */
final class YunetRecognizer implements FormatRecognizer {

    @Override
    public List<Guess> recognize(Observation seen) {
        boolean named =
                Stream.of("cls_", "obj_", "bbox_", "kps_")
                        .allMatch(part -> count(seen, part) == 3 && seen.outputs().size() == 12);
        return named
                ? List.of(
                        Guess.of(
                                OutputFormat.YUNET,
                                SURE,
                                "cls, obj, bbox and kps of three strides",
                                1,
                                YUNET))
                : List.of();
    }

    private static long count(Observation seen, String part) {
        return seen.outputs().stream().filter(output -> output.isNamed(part)).count();
    }
}
