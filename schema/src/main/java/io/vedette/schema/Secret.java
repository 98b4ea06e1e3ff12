package io.vedette.schema;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** A secret that is written out, or in whose place references to it stand. */
public final class Secret {

    private Secret() {}

    /**
     * The text with every {@code ${env:NAME}} and {@code ${file:/path}} in it replaced by what it
     * leads to on this machine. All else stays as it is.
     *
     * @throws MissingSecretException if a reference leads to nothing that can be used
     */
    public static String resolve(String text) {
        return resolve(text, System.getenv());
    }

    static String resolve(String text, Map<String, String> environment) {
        return SecretReference.FORM
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found, environment)));
    }

    private static String value(MatchResult found, Map<String, String> environment) {
        return SecretReference.of(found).value(environment);
    }
}
