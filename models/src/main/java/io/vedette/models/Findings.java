package io.vedette.models;

import io.vedette.models.PackageReading.Inferred;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one reading of a package finds: its problems, and the fields it had to infer. */
final class Findings {

    private final List<String> problems = new ArrayList<>();
    private final List<Inferred> inferred = new ArrayList<>();
    private String defaults = "default";

    @SuppressWarnings("AnnotateFormatMethod") // its library is not worth one annotation
    void problem(String rule, @Nullable Object... values) {
        problems.add(rule.formatted(values));
    }

    /** Says whose the defaults are that are taken from now on. */
    void defaultsOf(String format) {
        defaults = "default of " + format;
    }

    void assumed(String field, Object value) {
        inferred(field, value, defaults);
    }

    void inferred(String field, Object value, String from) {
        inferred.add(new Inferred(field, value.toString(), from));
    }

    List<String> problems() {
        return problems;
    }

    List<Inferred> inferred() {
        return inferred;
    }
}
