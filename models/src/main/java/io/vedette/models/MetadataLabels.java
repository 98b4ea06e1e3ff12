package io.vedette.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Class names that exporters note in a graph's metadata: a mapping of class indexes to names, such
 * as {@code {0: 'person', 1: 'bicycle'}} that Ultralytics writes under {@code names}, a list of
 * names, or names between line ends, commas or spaces.
 */
public final class MetadataLabels {

    private static final List<String> KEYS =
            List.of(
                    "names",
                    "labels",
                    "classes",
                    "class_names",
                    "id2label",
                    "categories",
                    "character");

    private MetadataLabels() {}

    /** The names by class index; empty where none are noted, or not one for every class. */
    public static Optional<List<String>> of(Map<String, String> metadata) {
        return KEYS.stream()
                .map(metadata::get)
                .filter(Objects::nonNull)
                .filter(text -> text.length() <= LabelsYaml.MAX_NOTED)
                .flatMap(text -> names(text).stream())
                .filter(names -> !names.isEmpty())
                .findFirst();
    }

    /** Names between line ends, else between commas, else between spaces. */
    private static Stream<String> split(String text) {
        String separator = text.contains("\n") ? "\n" : text.contains(",") ? "," : "\\s+";
        return Stream.of(text.split(separator)).map(String::strip);
    }

    /** Python literals and JSON of this form are YAML, too. */
    private static Optional<List<String>> names(String text) {
        try {
            JsonNode node = new YAMLMapper().readTree(text);
            boolean plain = node.isTextual() && !text.startsWith("\"") && !text.startsWith("'");
            return names(plain ? TextNode.valueOf(text) : node);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> names(JsonNode node) {
        List<@Nullable String> names = new ArrayList<>();
        if (node.isTextual()) {
            split(node.textValue().strip()).forEach(names::add);
        }
        for (int i = 0; i < node.size(); i++) {
            @Nullable JsonNode name = node.isArray() ? node.get(i) : node.get(String.valueOf(i));
            names.add(name == null ? null : name.asText().strip());
        }
        boolean usable =
                names.stream().allMatch(name -> name != null && !name.isEmpty())
                        && new HashSet<>(names).size() == names.size();
        return usable ? Optional.of(List.copyOf(names)) : Optional.empty();
    }
}
