package io.vedette.sources.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vedette.schema.Camera;
import io.vedette.schema.CameraUri;
import io.vedette.schema.Json;
import io.vedette.schema.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a camera file: JSON or YAML, an array of cameras or an object with such an array as {@code
 * cameras}. A person wrote it, so a field that is not known is an error. A file without content is
 * one, too, since somebody may be about to write it; {@code []} is a list without cameras.
 */
public final class CameraFileParser {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonFactory JSON = Json.mapper().getFactory();
    private static final ObjectReader CAMERA =
            Json.mapper()
                    .readerFor(Camera.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final List<Camera> cameras = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private CameraFileParser() {}

    /**
     * Reads a file's content.
     *
     * @param more cameras that are put behind those of the file
     * @throws CameraFileException saying what is wrong and in which line, without credentials
     */
    public static List<Camera> parse(byte[] content, List<Camera> more) throws CameraFileException {
        CameraFileParser parsing = new CameraFileParser();
        boolean json = isJson(content);
        try (JsonParser parser = (json ? JSON : YAML).createParser(content)) {
            parsing.document(parser);
        } catch (JsonProcessingException e) {
            // what the parser says may show what it stands at
            throw new CameraFileException(line(e), "it is not " + (json ? "JSON" : "YAML"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Camera camera : more) {
            parsing.add(null, camera);
        }
        return List.copyOf(parsing.cameras);
    }

    private static boolean isJson(byte[] content) {
        String text = new String(content, UTF_8).stripLeading();
        return text.startsWith("[") || text.startsWith("{");
    }

    private void document(JsonParser parser) throws IOException, CameraFileException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            throw new CameraFileException("it is empty; a list without cameras is []");
        } else if (first == JsonToken.START_ARRAY) {
            array(parser);
        } else if (first == JsonToken.START_OBJECT && onlyCameras(parser)) {
            array(parser);
            require(parser, JsonToken.END_OBJECT, "beside 'cameras' there must be nothing");
        } else {
            throw wrong(parser, "there must be an array of cameras, or 'cameras:' with one");
        }
        if (parser.nextToken() != null) {
            throw wrong(parser, "after the cameras there must be nothing");
        }
    }

    /** Goes on to the value of the field {@code cameras}. */
    private static boolean onlyCameras(JsonParser parser) throws IOException {
        return parser.nextToken() == JsonToken.FIELD_NAME
                && parser.currentName().equals("cameras")
                && parser.nextToken() == JsonToken.START_ARRAY;
    }

    private void array(JsonParser parser) throws IOException, CameraFileException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new CameraFileException(line, "a camera must be an object with id and uri");
            }
            add(line, camera(parser, line));
        }
    }

    private static Camera camera(JsonParser parser, int line)
            throws IOException, CameraFileException {
        try {
            return CAMERA.readValue(parser);
        } catch (UnrecognizedPropertyException e) {
            throw new CameraFileException(line, unknown(e));
        } catch (JsonMappingException e) {
            throw new CameraFileException(line, reason(e));
        }
    }

    private void add(@Nullable Integer line, Camera camera) throws CameraFileException {
        if (!ids.add(camera.id())) {
            String reason = "camera '%s' is given twice".formatted(camera.id());
            throw line == null
                    ? new CameraFileException(reason)
                    : new CameraFileException(line, reason);
        }
        cameras.add(camera);
    }

    private static String unknown(UnrecognizedPropertyException e) {
        List<String> known = e.getKnownPropertyIds().stream().map(String::valueOf).toList();
        return "field '%s' is not known, did you mean '%s'?"
                .formatted(e.getPropertyName(), Nearest.of(e.getPropertyName(), known));
    }

    /** A rule of ours names what it is about; what Jackson says may show a value, so it is left. */
    private static String reason(JsonMappingException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            return CameraUri.redact(cause.getMessage());
        }
        if (cause instanceof NullPointerException) {
            return "a camera must have id and uri";
        }
        String field =
                e.getPath().isEmpty()
                        ? null
                        : e.getPath().get(e.getPath().size() - 1).getFieldName();
        return field == null
                ? "it is not a camera"
                : "field '%s' is of the wrong kind".formatted(field);
    }

    private static void require(JsonParser parser, JsonToken token, String rule)
            throws IOException, CameraFileException {
        if (parser.nextToken() != token) {
            throw wrong(parser, rule);
        }
    }

    private static CameraFileException wrong(JsonParser parser, String rule) {
        return new CameraFileException(parser.currentTokenLocation().getLineNr(), rule);
    }

    private static int line(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            return yaml.getProblemMark().getLine() + 1;
        }
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }
}
