package io.vedette.models.remote;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The cache cannot be written; the message says where, and why. */
public final class CacheException extends IOException {

    private static final long serialVersionUID = 1L;

    CacheException(Path place, IOException cause) {
        super(
                "the model cache cannot be written at '%s': %s".formatted(place, reason(cause)),
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason =
                cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return reason == null ? cause.toString() : reason;
    }
}
