package io.vedette.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A place in a camera's uri where a secret belongs, {@code ${env:NAME}} or {@code ${file:/path}}.
 *
 * @param start where it begins in the uri
 * @param end where it ends
 * @param kind {@code env} or {@code file}
 * @param name the variable, or the absolute path
 */
record SecretReference(int start, int end, String kind, String name) {

    static final Pattern FORM =
            Pattern.compile("\\$\\{(?:(env):([A-Za-z_][A-Za-z0-9_]*)|(file):(/[^{}]+))}");

    private static final Pattern LAST_LINE_BREAK = Pattern.compile("\\r?\\n\\z");
    private static final int MAX_BYTES = 4096;

    static SecretReference of(MatchResult matcher) {
        boolean variable = matcher.group(1) != null;
        return new SecretReference(
                matcher.start(),
                matcher.end(),
                variable ? "env" : "file",
                variable ? matcher.group(2) : matcher.group(4));
    }

    /**
     * What it leads to.
     *
     * @throws MissingSecretException if that is nothing, or not one line of text
     */
    String value(Map<String, String> environment) {
        String value = kind.equals("env") ? variable(environment) : file();
        if (value.isEmpty()) {
            throw missing("must not be empty, but is");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw missing("must lead to one line of text, but leads to control characters");
        }
        return value;
    }

    private String variable(Map<String, String> environment) {
        String value = environment.get(name);
        if (value == null) {
            throw missing("must be set in the environment of this process, but is not");
        }
        return value;
    }

    private String file() {
        try {
            byte[] bytes = bytes(Path.of(name));
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return LAST_LINE_BREAK.matcher(text).replaceFirst("");
        } catch (CharacterCodingException e) {
            throw missing("must lead to UTF-8 text, but does not");
        } catch (NoSuchFileException | InvalidPathException e) {
            throw missing("must lead to a file on this machine, but there is none");
        } catch (IOException e) {
            throw missing("must lead to a readable file on this machine, but does not");
        }
    }

    private byte[] bytes(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw missing("must lead to a file on this machine, but leads to something else");
        }
        try (InputStream file = Files.newInputStream(path)) {
            byte[] bytes = file.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw missing(
                        "must lead to at most %d bytes, but leads to more".formatted(MAX_BYTES));
            }
            return bytes;
        }
    }

    private MissingSecretException missing(String problem) {
        return new MissingSecretException("Secret ${%s:%s} %s.".formatted(kind, name, problem));
    }
}
