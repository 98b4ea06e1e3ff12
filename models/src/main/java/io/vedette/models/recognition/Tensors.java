package io.vedette.models.recognition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which outputs play which part, as {@code output.tensors} says it. */
final class Tensors {

    private final Map<String, String> names = new LinkedHashMap<>();

    static Tensors of(String part, SeenTensor output) {
        return new Tensors().and(part, output);
    }

    Tensors and(String part, SeenTensor output) {
        names.put(part, output.name());
        return this;
    }

    /** A flow mapping of YAML, names in double quotes. */
    @Override
    public String toString() {
        return names.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
