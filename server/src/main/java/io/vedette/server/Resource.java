package io.vedette.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file of the jar. */
final class Resource {

    private Resource() {}

    static byte[] bytes(String name) {
        try (InputStream stream = Resource.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Resource '%s' is missing.".formatted(name));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
