package io.vedette.models.recognition;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a guess, by name. */
final class Options {

    private Options() {}

    static Map<String, String> of(Guess guess) {
        Map<String, String> options = new LinkedHashMap<>();
        guess.options().forEach(option -> options.put(option.field(), option.value()));
        return options;
    }
}
