package io.vedette.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The one JSON form of every record: UTF-8, instants in UTC with six decimals, unknown fields
 * ignored so that fields can be added to a contract.
 */
public final class Json {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(
                            new SimpleModule().addSerializer(Instant.class, new InstantInMicros()))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    // a camera's uri may hold a password
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private Json() {}

    /** The mapper itself, for those who stream; it must not be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The record as UTF-8 JSON without line breaks. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value, e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException saying what is wrong and where, without repeating the input,
     *     which may hold a password; for the same reason it has no cause
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException(
                        "%s must be an object but was null.".formatted(type.getSimpleName()));
            }
            return value;
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(
                    "Not a %s: %s at '%s'."
                            .formatted(type.getSimpleName(), rootMessage(e), path(e)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Not JSON for a %s.".formatted(type.getSimpleName()));
        }
    }

    private static String rootMessage(JsonMappingException e) {
        if (e instanceof InvalidFormatException wrong) {
            return "the value must be a " + wrong.getTargetType().getSimpleName();
        }
        Throwable cause = e.getCause();
        if (cause != null && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return e.getOriginalMessage();
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            String name = step.getFieldName();
            path.append(name == null ? "[" + step.getIndex() + "]" : "/" + name);
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private static final class InstantInMicros extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(MICROS.format(value));
        }
    }
}
