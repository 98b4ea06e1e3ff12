package io.vedette.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.stream.Collectors;

/** The text of a {@code model.yaml}. */
final class YamlDocument {

    /** Its name in a package. */
    static final String FILE = "model.yaml";

    /** The most that it may have. */
    static final int MAX_BYTES = 1 << 20;

    private YamlDocument() {}

    /** A document that cannot be used; the message is a sentence. */
    static final class Malformed extends IOException {

        private static final long serialVersionUID = 1L;

        Malformed(String problem) {
            super(problem);
        }
    }

    /** The mapping of keys to values that a document is. */
    static JsonNode parse(byte[] text) throws IOException {
        try {
            JsonNode document = mapper().readTree(text);
            if (document.isObject()) {
                return document;
            }
        } catch (JsonProcessingException e) {
            throw new Malformed("%s%s: %s.".formatted(FILE, line(e), syntaxProblem(e)));
        }
        throw new Malformed(FILE + " must hold a mapping of keys to values.");
    }

    private static YAMLMapper mapper() {
        return new YAMLMapper(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    }

    /** Limits, such as that of the depth, are exceeded nowhere in particular. */
    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
    }

    private static String syntaxProblem(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("in ") && !line.startsWith("^"))
                .limit(2)
                .collect(Collectors.joining(", "));
    }
}
