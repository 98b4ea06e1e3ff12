package io.vedette.models.recognition;

import io.vedette.models.outputs.OutputFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * What a graph's outputs may mean.
 *
 * @param format of the outputs
 * @param reason why, in a few words
 * @param classes number of labels; 0 where nothing tells
 * @param options fields of {@code output} besides the format, in their order
 * @param preparations how the pictures of such models are prepared, the usual way first
 */
public record Guess(
        OutputFormat format,
        Sureness sureness,
        String reason,
        int classes,
        List<Decision> options,
        List<Preparation> preparations) {

    public Guess {
        options = List.copyOf(options);
        preparations = List.copyOf(preparations);
    }

    static Guess of(
            OutputFormat format,
            Sureness sureness,
            String reason,
            int classes,
            Preparation... preparations) {
        return new Guess(format, sureness, reason, classes, List.of(), List.of(preparations));
    }

    /** The same of so many classes. */
    Guess counted(int labels, Sureness how) {
        return new Guess(format, how, reason, labels, options, preparations);
    }

    /** With one more field. */
    Guess with(String option, Object value, Sureness how, String why) {
        List<Decision> more = new ArrayList<>(options);
        more.add(new Decision("output." + option, value.toString(), how, why));
        return new Guess(format, sureness, reason, classes, more, preparations);
    }
}
