package io.vedette.models.remote;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Bytes from elsewhere, within limits of size and time.
 *
 * @param maxBytes the most that may come
 * @param maxTime how long all of it may take; checked after each read
 */
record Download(long maxBytes, Duration maxTime) {

    /**
     * Writes a stream into a new file.
     *
     * @return its SHA-256
     * @throws CacheException if the file cannot be written
     * @throws IOException if the stream fails or exceeds a limit
     */
    String into(Path file, InputStream in) throws IOException {
        long deadline = System.nanoTime() + maxTime.toNanos();
        Sha256 sha256 = new Sha256();
        try (OutputStream out = created(file)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                requireWithin(size, deadline);
                write(file, out, buffer, n);
                sha256.update(buffer, n);
            }
        }
        return sha256.hex();
    }

    private void requireWithin(long size, long deadline) throws IOException {
        if (size > maxBytes) {
            throw new IOException("it has more than the %d bytes that it may".formatted(maxBytes));
        }
        if (System.nanoTime() > deadline) {
            throw new IOException(
                    "%d bytes came in %d s, and the rest is not waited for"
                            .formatted(size, maxTime.toSeconds()));
        }
    }

    private static OutputStream created(Path file) throws IOException {
        try {
            return Files.newOutputStream(file, CREATE_NEW, WRITE);
        } catch (IOException e) {
            throw new CacheException(file, e);
        }
    }

    private static void write(Path file, OutputStream out, byte[] buffer, int count)
            throws IOException {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new CacheException(file, e);
        }
    }
}
