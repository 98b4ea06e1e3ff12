package io.vedette.models.recognition;

import static io.vedette.models.recognition.Preparation.GREY_BYTES;
import static io.vedette.models.recognition.Preparation.RGB_IMAGENET;
import static io.vedette.models.recognition.Sureness.LIKELY;
import static io.vedette.models.recognition.Sureness.SURE;

import java.util.Arrays;
import java.util.List;

/** One number for every class of the whole picture. */
final class ClassifierRecognizer implements FormatRecognizer {

    @Override
    public List<Guess> recognize(Observation seen) {
        SeenTensor output = seen.outputs().get(0);
        int classes = output.rank() < 2 ? 0 : Arrays.stream(output.shape()).skip(1).max().orElse(0);
        long others =
                output.rank() < 2
                        ? 0
                        : Arrays.stream(output.shape()).skip(1).filter(size -> size > 1).count();
        if (seen.outputs().size() > 1 || classes < 2 || others != 1 || output.isOfIntegers()) {
            return List.of();
        }
        Column all = output.all();
        boolean done = all.isProbability() && Math.abs(all.mean() * all.count() - 1) < 0.02;
        Guess guess =
                Guess.of(
                        "softmax",
                        SURE,
                        "one number for each of %d classes".formatted(classes),
                        classes,
                        seen.channels() == 1 ? GREY_BYTES : RGB_IMAGENET);
        return List.of(
                guess.with(
                        "scores",
                        done ? "probability" : "softmax",
                        LIKELY,
                        done ? "they sum to 1" : "they do not sum to 1"));
    }
}
