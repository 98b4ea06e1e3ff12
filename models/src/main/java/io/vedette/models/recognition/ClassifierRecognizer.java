package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.CROPPED_BGR_BYTES;
import static io.vedette.models.recognition.Preparation.CROPPED_BYTES;
import static io.vedette.models.recognition.Preparation.CROPPED_FRACTIONS;
import static io.vedette.models.recognition.Preparation.CROPPED_IMAGENET;
import static io.vedette.models.recognition.Preparation.CROPPED_SIGNED;
import static io.vedette.models.recognition.Preparation.GREY_BYTES;
import static io.vedette.models.recognition.Sureness.GUESS;
import static io.vedette.models.recognition.Sureness.SURE;

import io.vedette.models.outputs.OutputFormat;
import java.util.Arrays;
import java.util.List;

/** One number for every class of the whole picture. */
final class ClassifierRecognizer implements FormatRecognizer {

    /** Networks of TensorFlow's Slim put a background before the thousand classes of ImageNet. */
    private static final int IMAGENET_AND_BACKGROUND = 1001;

    @Override
    public List<Guess> recognize(Observation seen) {
        SeenTensor output = seen.outputs().get(0);
        if (seen.outputs().size() > 1 || output.isOfIntegers() || !isFlat(seen, output)) {
            return List.of();
        }
        int columns = Arrays.stream(output.shape()).skip(1).max().orElse(0);
        boolean background = columns == IMAGENET_AND_BACKGROUND;
        int classes = background ? columns - 1 : columns;
        Column all = Column.of(output.values(), 0, 1, columns);
        boolean done = all.isProbability() && Math.abs(all.mean() * columns - 1) < 0.02;
        Guess guess =
                Guess.of(
                                OutputFormat.SOFTMAX,
                                SURE,
                                "one number for each of %d classes".formatted(columns),
                                classes,
                                preparations(seen))
                        .with(
                                "scores",
                                done ? "probability" : "softmax",
                                SURE,
                                done ? "they sum to 1" : "they do not sum to 1");
        return List.of(
                background
                        ? guess.with(
                                "background", "first", GUESS, "1001 is 1000 of ImageNet and it")
                        : guess);
    }

    private static boolean isFlat(Observation seen, SeenTensor output) {
        return output.rank() > 1
                && output.values().length > 0
                && seen.isByPicture(output)
                && Arrays.stream(output.shape()).skip(1).filter(size -> size > 1).count() == 1;
    }

    private static Preparation[] preparations(Observation seen) {
        if (seen.picture().channels() == 1) {
            return new Preparation[] {GREY_BYTES};
        }
        return seen.isOfUltralytics()
                ? new Preparation[] {CROPPED_FRACTIONS}
                : new Preparation[] {
                    CROPPED_IMAGENET,
                    CROPPED_FRACTIONS,
                    CROPPED_SIGNED,
                    CROPPED_BYTES,
                    CROPPED_BGR_BYTES
                };
    }
}
