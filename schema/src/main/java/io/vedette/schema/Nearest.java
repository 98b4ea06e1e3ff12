package io.vedette.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that was probably meant, for error messages. */
public final class Nearest {

    private Nearest() {}

    /**
     * The known name with the fewest letters to change, ignoring case.
     *
     * @throws java.util.NoSuchElementException if nothing is known
     */
    public static String of(String name, Collection<String> known) {
        return known.stream()
                .min(
                        Comparator.comparingInt((String one) -> distance(name, one))
                                .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static int distance(String a, String b) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }
}
